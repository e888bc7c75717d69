using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

/// <summary>Moves what no iteration changes out of loops, as far out as its operands allow.</summary>
/// <remarks>
/// Every value has a level: the number of loops around the place where it is defined. A computation moves to just before the
/// loop that encloses its highest operand's level by one. Computations that cannot throw move (also from loops that may not
/// run); out of a branch only those that cost nothing; loads only from memory that the loop does not write, and only where the
/// loop surely runs and surely reads. One walk, linear.
/// </remarks>
internal sealed class Hoisting : IrRewriter
{
    private readonly Function function;
    private readonly BufferEffects effects;
    private readonly int[] levels, bufferLevels;
    private readonly List<Loop> loops = [];
    private int branchDepth;

    private Hoisting(Function function)
    {
        this.function = function;
        effects = new(function);
        levels = new int[function.Values.Count];
        bufferLevels = new int[function.Buffers.Count];
    }

    /// <summary>The function with invariant computations before the loops they stood in.</summary>
    public static Function Run(Function function) => new Hoisting(function).Rewrite(function);

    /// <summary>A loop around the statement that is being visited.</summary>
    /// <param name="Before">What is moved to just before the loop.</param>
    /// <param name="Blocks">The loop's own blocks, for what they write.</param>
    /// <param name="BranchDepth">How many branches stand around the loop, so that what stands in one of its own is known.</param>
    /// <param name="SurelyRuns">True where the body runs at least once.</param>
    private sealed record Loop(List<Statement> Before, IReadOnlyList<Block> Blocks, int BranchDepth, bool SurelyRuns);

    protected override Value Define(Value value)
    {
        levels[value.Id] = loops.Count;
        return value;
    }

    protected override Block RewriteBranch(Atom condition, Block branch, bool taken)
    {
        branchDepth++;
        Block result = RewriteBlock(branch);
        branchDepth--;
        return result;
    }

    protected override void RewriteStatement(Statement statement, List<Statement> output)
    {
        switch (statement)
        {
            case Let let:
                Place(let, let.Result, LevelOf(let), output);
                break;
            case Load load:
                Place(load, load.Result, LevelOf(load), output);
                break;
            case Alloc alloc:
                bufferLevels[alloc.Buffer.Id] = loops.Count;
                output.Add(alloc);
                break;
            case For loop:
                Enter(loop, new([], [loop.Body], branchDepth, TripCount.Of(loop) is > 0), output);
                break;
            case While loop:
                Enter(loop, new([], [loop.Test, loop.Body], branchDepth, false), output);
                break;
            default:
                output.Add(Rebuild(statement));
                break;
        }
    }

    private void Enter(Statement statement, Loop loop, List<Statement> output)
    {
        loops.Add(loop);
        Statement rebuilt = Rebuild(statement);
        loops.RemoveAt(loops.Count - 1);
        foreach (Value result in statement.Results) Define(result);
        output.AddRange(loop.Before);
        output.Add(rebuilt);
    }

    private void Place(Statement statement, Value result, int level, List<Statement> output)
    {
        levels[result.Id] = level;
        if (level < loops.Count) loops[level].Before.Add(statement);
        else output.Add(statement);
    }

    /// <summary>The level at which the computation can stand.</summary>
    private int LevelOf(Let let)
    {
        if (CanThrow(let)) return loops.Count;
        int level = 0;
        foreach (Atom operand in let.Arguments) level = Math.Max(level, LevelOf(operand));
        bool isFree = let.Primitive.Cost == Cost.Free || !function.TypeOf(let.Result).IsFloat();
        if (isFree) return level;
        int innermost = loops.Count;
        while (innermost > level && loops[innermost - 1].BranchDepth == branchDepth) innermost--;
        return innermost;
    }

    private int LevelOf(Load load)
    {
        int lowest = Math.Max(LevelOf(load.Index), bufferLevels[load.Buffer.Id]);
        int level = loops.Count;
        while (level > lowest && CanLeave(load, loops[level - 1])) level--;
        return level;
    }

    private bool CanLeave(Load load, Loop loop) =>
        loop.SurelyRuns && loop.BranchDepth == branchDepth && !loop.Blocks.Any(b => effects.Written(b).Contains(load.Buffer));

    private int LevelOf(Atom operand) => operand.IsConstant ? 0 : levels[operand.Value.Id];

    private bool CanThrow(Let let)
    {
        if (!function.TypeOf(let.Result).IsInteger()) return false;
        return let.Primitive == Primitives.Div || let.Primitive == Primitives.Rem || let.Primitive == Primitives.Abs;
    }
}
