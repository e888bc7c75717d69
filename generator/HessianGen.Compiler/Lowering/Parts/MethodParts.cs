using System.Runtime.CompilerServices;
using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Puts parts of a long body into methods of their own: each as long as the just-in-time compiler optimises well.</summary>
/// <remarks>
/// Beyond about a thousand variables RyuJIT stops inlining, and beyond 60,000 bytes of IL it stops optimising. Every vector of every value of
/// several lanes is a variable. What crosses from part to part is a parameter, by reference where the part changes it.
/// </remarks>
internal sealed class MethodParts
{
    private const int LongestLoop = 100, LongestBlock = 400, LongestPart = 300;

    private readonly List<MethodPart> parts = [];

    /// <summary>The body with calls of its parts, and the parts, outer before inner.</summary>
    public static (KernelBlock Body, IReadOnlyList<MethodPart> Parts) Run(KernelBlock body)
    {
        MethodParts pass = new();
        Scope scope = new(body, []);
        return (Declarations.Run(scope.Begun(pass.Rewrite(body, scope))), pass.parts);
    }

    private KernelBlock Rewrite(KernelBlock block, Scope scope, bool isStrip = false)
    {
        bool IsLoop(KernelStatement statement) => statement is ForStatement { IsLanes: var isLanes } && (isLanes || isStrip) && Weight(statement) > LongestLoop && CanMove(statement) && !(block.Statements.Count == 1 && ReferenceEquals(scope.Whole, block));
        bool isLong = block.Statements.Where(s => !IsLoop(s)).Sum(Weight) > LongestBlock && block.Statements.Count(CanMove) > 1;
        int leading = EntryChecks.Leading(block);
        List<KernelStatement> result = [.. block.Statements.Take(leading)], moved = [];
        int length = 0;
        foreach (KernelStatement statement in block.Statements.Skip(leading))
        {
            int weight = Weight(statement);
            bool isLoop = IsLoop(statement);
            if (moved.Count > 0 && (isLoop || !CanMove(statement) || length + weight > LongestPart)) Flush();
            if (isLoop || isLong && CanMove(statement))
            {
                moved.Add(statement);
                length += weight;
            }
            else
            {
                result.Add(Rewrite(statement, scope));
            }

            if (isLoop) Flush();
        }

        if (moved.Count > 0) Flush();
        return new(result.ToEquatableArray());

        void Flush()
        {
            result.Add(Move(moved, scope));
            (moved, length) = ([], 0);
        }
    }

    private KernelStatement Rewrite(KernelStatement statement, Scope scope) => statement switch
    {
        ForStatement loop => loop with { Body = Rewrite(loop.Body, scope, isStrip: loop.IsLanes) },
        WhileStatement loop => loop with { Body = Rewrite(loop.Body, scope) },
        IfStatement choice => choice with { Then = Rewrite(choice.Then, scope), Else = Rewrite(choice.Else, scope) },
        _ => statement,
    };

    /// <summary>True for what can stand in another method: no declarations for those behind it, no jump out, and no array that grows, which cannot be passed beside memory of the stack.</summary>
    private static bool CanMove(KernelStatement statement)
    {
        KernelStatement[] all = [.. KernelTree.Statements(statement)];
        return statement is AssignLocal or WriteElement or ForStatement or WhileStatement or IfStatement or FillRange or CopyRange or CheckStatement or WriteLanes or CheckLanes or PackLanes or MapLanes or SumLanes
            && !(statement is IfStatement && all.Any(s => s is BreakIf)) && !all.SelectMany(Used).Any(a => a.Storage == ArrayStorage.Growable);
    }

    private CallPart Move(List<KernelStatement> moved, Scope scope)
    {
        KernelBlock body = new(moved.ToEquatableArray());
        KernelStatement[] statements = [.. KernelTree.Statements(body)];
        (HashSet<Local> outside, HashSet<Local> certain) = scope.Around(moved);
        HashSet<Local> inside = [.. statements.SelectMany(KernelTree.Locals)], assigned = [.. statements.OfType<AssignLocal>().Select(a => a.Local)];
        HashSet<KernelArray> declared = [.. statements.OfType<DeclareArray>().Select(d => d.Array)], written = [.. statements.SelectMany(Written)];
        HashSet<KernelArray> used = [.. statements.SelectMany(Used).Where(a => !declared.Contains(a))];
        HashSet<WorkspaceVariable> opened = [.. statements.OfType<EnterWorkspace>().Select(e => e.Scope)];
        WorkspaceVariable[] scopes = [.. statements.OfType<DeclareArray>().Select(d => d.Scope).OfType<WorkspaceVariable>().Where(s => !opened.Contains(s)).Distinct()];
        IEnumerable<KernelStatement> starts = statements.SelectMany(LaneDeclarations.Started).Distinct().Where(a => !declared.Contains(a)).Select(a => new DeclareStart(a));
        Local[] shared = [.. inside.Where(l => outside.Contains(l) || l.IsParameter)], updated = [.. shared.Where(assigned.Contains)];
        int number = parts.Count;
        parts.Add(null!);
        Scope inner = new(body, outside);
        KernelBlock own = inner.Begun(Rewrite(body, inner));
        parts[number] = new(
            number + 1,
            Declarations.Run(new(starts.Concat(own.Statements).ToEquatableArray()), outside),
            [.. shared.Where(l => !assigned.Contains(l))],
            updated,
            [.. used.Select(a => (a, written.Contains(a)))],
            scopes);

        scope.Initialized.AddRange(updated.Where(l => !certain.Contains(l) && !l.IsParameter));
        return new CallPart(parts[number]) { Line = moved[0].Line };
    }

    private static int Weight(KernelStatement statement) => statement.Blocks.SelectMany(b => b.Statements).Sum(Weight) + statement switch
    {
        AssignLocal { Local: { Shape: { } shape, IsSplat: false }, Value: var value } => shape.Groups * (1 + 8 * LaneFunctions.LongCalls(value)),
        WriteLanes write => write.Value.Shape!.Groups * (1 + 8 * LaneFunctions.LongCalls(write.Value)),
        _ => 1,
    };

    /// <summary>The method that parts are taken out of.</summary>
    /// <param name="External">Variables that belong to the methods around it.</param>
    private sealed record Scope(KernelBlock Whole, HashSet<Local> External)
    {
        /// <summary>What needs a value from the beginning, so that it can be passed by reference.</summary>
        public List<Local> Initialized { get; } = [];

        /// <summary>The variables that occur outside of some statements, and those that certainly have a value when these run.</summary>
        public (HashSet<Local> Outside, HashSet<Local> Assigned) Around(List<KernelStatement> moved)
        {
            HashSet<KernelStatement> own = new(moved, ByIdentity.Instance);
            HashSet<Local> outside = KernelTree.LocalsOutside(Whole, own.Contains), assigned = new(External);
            outside.UnionWith(External);
            Find(Whole);
            return (outside, assigned);

            bool Find(KernelBlock block)
            {
                List<Local> added = [];
                foreach (KernelStatement statement in block.Statements)
                {
                    if (ReferenceEquals(statement, moved[0]) || statement.Blocks.Any(Find)) return true;
                    if (statement is AssignLocal { Operator: null } assignment && assigned.Add(assignment.Local)) added.Add(assignment.Local);
                }

                assigned.ExceptWith(added);
                return false;
            }
        }

        /// <summary>The body with the values that its variables begin with.</summary>
        public KernelBlock Begun(KernelBlock body)
        {
            if (Initialized.Count == 0) return body;
            int checks = EntryChecks.Leading(body);
            IEnumerable<KernelStatement> values = Initialized.Distinct().Select(local =>
            {
                KernelExpression zero = new ConstantExpression(Atom.Zero(local.Type));
                return new AssignLocal(local, local.Shape is { } shape ? new LaneSplat(zero, shape) : zero);
            });
            return new(body.Statements.Take(checks).Concat(values).Concat(body.Statements.Skip(checks)).ToEquatableArray());
        }
    }

    private static IEnumerable<KernelArray> Written(KernelStatement statement) => statement switch
    {
        WriteElement write => [write.Array],
        WriteLanes write => [write.Array],
        FillRange fill => [fill.Target.Array],
        CopyRange copy => [copy.Target.Array],
        PackLanes pack => [pack.Target],
        SumLanes sum => [sum.Target],
        MapLanes map => map.Buffers,
        _ => [],
    };

    /// <summary>The arrays that a statement itself reads or writes.</summary>
    public static IEnumerable<KernelArray> Used(KernelStatement statement)
    {
        IEnumerable<KernelArray> read = KernelTree.Nodes(statement).Select(node => node switch
        {
            ElementExpression element => element.Array,
            LaneElement element => element.Array,
            LengthExpression length => length.Array,
            _ => null,
        }).OfType<KernelArray>();
        IEnumerable<KernelArray> own = statement switch
        {
            CopyRange copy => [copy.Source.Array],
            PackLanes pack => [pack.Source],
            SumLanes sum => [sum.Lanes],
            CheckLanes check => [check.Array],
            _ => [],
        };
        return read.Concat(own).Concat(Written(statement));
    }

    /// <summary>Two statements that read alike are two.</summary>
    private sealed class ByIdentity : IEqualityComparer<KernelStatement>
    {
        public static readonly ByIdentity Instance = new();

        public bool Equals(KernelStatement? x, KernelStatement? y) => ReferenceEquals(x, y);

        public int GetHashCode(KernelStatement statement) => RuntimeHelpers.GetHashCode(statement);
    }
}
