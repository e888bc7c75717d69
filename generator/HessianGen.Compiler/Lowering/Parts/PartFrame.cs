using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>The memory in which many values go from part to part: a part loads what it reads before it assigns it, and stores what a later one reads.</summary>
/// <remarks>
/// A parameter by reference costs an address, a push, and a load besides; a thousand of them, as the reverse part of a long method has, are most of its time.
/// <code>
///   Part1(x, ref t3, ref t7, ...)   →   Part1(x, carried)      carried[0] = t3;
///   Part9(t3, t7, ...)                  Part9(carried)         double t3 = carried[0];
/// </code>
/// Carried are variables that occur in nothing but the parts of one block.
/// </remarks>
internal sealed class PartFrame
{
    /// <summary>As many as registers and a few pushes pass well.</summary>
    private const int Fewest = 24;

    private readonly IReadOnlyList<List<KernelStatement>> parts;
    private readonly Dictionary<List<KernelStatement>, Dictionary<Local, Mention>> known = [];
    private readonly Dictionary<Local, int> slots = [];
    private readonly KernelArray memory;
    private readonly WorkspaceVariable? open;

    private PartFrame(IReadOnlyList<List<KernelStatement>> parts, HashSet<Local> carried, WorkspaceVariable? open)
    {
        (this.parts, Carried, this.open) = (parts, carried, open);
        memory = new(carried.First().Type, "carried", ArrayStorage.Workspace);
        foreach (List<KernelStatement> part in parts)
        {
            foreach (Local local in Mentions(part).Where(m => m.Value.ReadsFirst && carried.Contains(m.Key)).Select(m => m.Key))
            {
                if (!slots.ContainsKey(local)) slots.Add(local, slots.Count);
            }
        }
    }

    /// <summary>The variables that are no parameters of parts.</summary>
    public HashSet<Local> Carried { get; }

    public bool IsDeclared { get; private set; }

    /// <summary>The memory for the parts of a block; null where few values cross, or none can be rented.</summary>
    /// <param name="occursElsewhere">True for a variable that occurs more often than so many times.</param>
    public static PartFrame? Of(KernelBlock block, IReadOnlyList<List<KernelStatement>> parts, KernelBlock method, Func<Local, int, bool> occursElsewhere)
    {
        if (parts.Count < 2) return null;
        Dictionary<Local, int> inParts = [], within = [];
        foreach (KeyValuePair<Local, int> row in parts.SelectMany(p => KernelTree.Occurrences(p)))
        {
            inParts[row.Key] = (inParts.TryGetValue(row.Key, out int count) ? count : 0) + row.Value;
            within[row.Key] = (within.TryGetValue(row.Key, out count) ? count : 0) + 1;
        }

        IEnumerable<Local> own = inParts.Where(row => within[row.Key] > 1 && !occursElsewhere(row.Key, row.Value)).Select(row => row.Key);
        HashSet<Local> carried = [.. own.Where(l => l is { IsParameter: false, Shape: null } && l.Type.IsFloat()).GroupBy(l => l.Type).OrderByDescending(g => g.Count()).FirstOrDefault() ?? Enumerable.Empty<Local>()];
        if (carried.Count < Fewest) return null;
        EnterWorkspace? opened = block.Statements.TakeWhile(s => !ReferenceEquals(s, parts[0][0])).OfType<EnterWorkspace>().LastOrDefault();
        bool isRented = KernelTree.Statements(method).Any(s => s is EnterWorkspace or DeclareArray { Scope: not null });
        return opened is null && isRented ? null : new(parts, carried, opened?.Scope);
    }

    public IEnumerable<KernelStatement> Declare()
    {
        IsDeclared = true;
        WorkspaceVariable scope = open ?? new();
        if (open is null) yield return new EnterWorkspace(scope);
        yield return new DeclareArray(memory, new ConstantExpression(Atom.OfInteger(slots.Count)), scope, IsZeroed: false);
    }

    /// <summary>The statements of a part with its loads and stores.</summary>
    public List<KernelStatement> Around(List<KernelStatement> part)
    {
        int number = parts.TakeWhile(p => p != part).Count();
        Dictionary<Local, Mention> mentions = Mentions(part);
        List<KernelStatement> result = [];
        for (int i = 0; i < part.Count; i++)
        {
            Local[] own = [.. KernelTree.Statements(part[i]).SelectMany(KernelTree.Locals).Where(Carried.Contains).Distinct()];
            result.AddRange(own.Where(l => mentions[l].First == i && mentions[l].ReadsFirst).Select(l => new AssignLocal(l, Element(l)) { Line = part[i].Line }));
            result.Add(part[i]);
            result.AddRange(own.Where(l => mentions[l].LastAssigned == i && IsReadAfter(number, l)).Select(l => new WriteElement(memory, Index(l), new LocalExpression(l)) { Line = part[i].Line }));
        }

        return result;
    }

    private bool IsReadAfter(int number, Local local) =>
        parts.Skip(number + 1).Select(Mentions).FirstOrDefault(m => m.ContainsKey(local)) is { } next && next[local].ReadsFirst;

    private ElementExpression Element(Local local) => new(memory, Index(local));

    private ConstantExpression Index(Local local) => new(Atom.OfInteger(slots[local]));

    private Dictionary<Local, Mention> Mentions(List<KernelStatement> part)
    {
        if (known.TryGetValue(part, out Dictionary<Local, Mention>? mentions)) return mentions;
        known.Add(part, mentions = []);
        for (int i = 0; i < part.Count; i++)
        {
            HashSet<Local> assigned = [.. KernelTree.Statements(part[i]).OfType<AssignLocal>().Select(a => a.Local)];
            foreach (Local local in KernelTree.Statements(part[i]).SelectMany(KernelTree.Locals).Distinct())
            {
                bool isStart = part[i] is AssignLocal { Operator: null } start && start.Local == local && !ExpressionTree.Reads(start.Value, local);
                Mention mention = mentions.TryGetValue(local, out Mention before) ? before : new(i, !isStart, -1);
                mentions[local] = assigned.Contains(local) ? mention with { LastAssigned = i } : mention;
            }
        }

        return mentions;
    }

    /// <summary>Where a part has a variable first, whether it wants its value there, and where it last assigns it; -1 where nowhere.</summary>
    private readonly record struct Mention(int First, bool ReadsFirst, int LastAssigned);
}
