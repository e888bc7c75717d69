using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Declares every variable in the innermost block that holds all its occurrences, at its first assignment where that stands in that block itself.</summary>
internal sealed class Declarations
{
    private readonly Dictionary<Local, Region> homes = [];
    private readonly Dictionary<Local, Place[]> firsts = [];
    private readonly HashSet<Local> counters = [];
    private readonly Queue<Region> blocks = new();
    private readonly Stack<Place> path = new();
    private ILookup<Place, Local> declaredAt = Array.Empty<Local>().ToLookup(_ => default(Place));

    private Declarations()
    {
    }

    /// <summary>A statement by its block and its number there; a statement is a value and cannot be a key.</summary>
    private readonly record struct Place(Region Block, int Index);

    /// <param name="outer">Variables that are declared elsewhere.</param>
    public static KernelBlock Run(KernelBlock body, ISet<Local>? outer = null)
    {
        Declarations pass = new();
        pass.Find(body, null);
        pass.declaredAt = pass.homes.Keys.Where(l => !l.IsParameter && !pass.counters.Contains(l) && outer?.Contains(l) != true)
            .ToLookup(l => pass.firsts[l].First(p => p.Block == pass.homes[l]));
        return pass.Rewrite(body);
    }

    /// <summary>Blocks are met in the same order here and in <see cref="Rewrite"/>.</summary>
    private void Find(KernelBlock block, Region? parent)
    {
        Region region = new(parent, RegionKind.Block);
        blocks.Enqueue(region);
        for (int i = 0; i < block.Statements.Count; i++)
        {
            KernelStatement statement = block.Statements[i];
            path.Push(new(region, i));
            if (statement is ForStatement loop) counters.Add(loop.Counter);
            if (statement is AssignLocal assignment) Occurs(assignment.Local, region);
            foreach (KernelExpression expression in statement.Expressions) Find(expression, region);
            foreach (KernelBlock inner in statement.Blocks) Find(inner, region);
            path.Pop();
        }
    }

    private void Find(KernelExpression expression, Region region)
    {
        if (expression is LocalExpression read) Occurs(read.Local, region);
        foreach (KernelExpression operand in expression.Operands) Find(operand, region);
    }

    private void Occurs(Local local, Region region)
    {
        if (homes.TryGetValue(local, out Region? home))
        {
            homes[local] = Region.Common(home, region);
            return;
        }

        homes.Add(local, region);
        firsts.Add(local, [.. path]);
    }

    private KernelBlock Rewrite(KernelBlock block)
    {
        Region region = blocks.Dequeue();
        List<KernelStatement> result = [];
        for (int i = 0; i < block.Statements.Count; i++)
        {
            KernelStatement statement = block.Statements[i];
            AssignLocal? first = statement as AssignLocal;
            foreach (Local local in declaredAt[new(region, i)].Where(l => !IsFirstAssignment(first, l)))
            {
                result.Add(new DeclareLocal(local, null) { Line = statement.Line });
            }

            bool declares = first is not null && declaredAt[new(region, i)].Any(l => IsFirstAssignment(first, l));
            result.Add(declares ? new DeclareLocal(first!.Local, first.Value) { Line = statement.Line } : KernelTree.WithBlocks(statement, Rewrite));
        }

        return new(result.ToEquatableArray());
    }

    private static bool IsFirstAssignment(AssignLocal? statement, Local local) =>
        statement is { Operator: null } && statement.Local == local && !ExpressionTree.Reads(statement.Value, local);
}
