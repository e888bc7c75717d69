using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

/// <summary>The optimisation passes as one flat list, repeated until nothing changes.</summary>
internal static class OptimizationPipeline
{
    /// <summary>What one pass makes possible for another is found in the next round; more rounds than this have never been needed.</summary>
    private const int Rounds = 3;

    // @formatter:off
    /// <summary>The passes in the order in which they run. To add a pass, add a row (docs/contributing.md).</summary>
    public static readonly IReadOnlyList<Pass> Passes =
    [
        new("simplification",         Simplification.Run),
        new("accumulate recognition", (function, _) => AccumulateRecognition.Run(function)),  // before loads are shared: it wants them used once
        new("value numbering",        ValueNumbering.Run),
        new("loop simplification",    (function, _) => LoopSimplification.Run(function)),
        new("hoisting",               (function, _) => Hoisting.Run(function)),
        new("alloc sinking",          (function, _) => AllocSinking.Run(function)),
        new("dead code",              (function, _) => DeadCode.Run(function)),
    ];
    // @formatter:on

    /// <summary>Runs once at the end: the rounds leave gaps in the tables.</summary>
    private static readonly Pass Last = new("compaction", (function, _) => Compaction.Run(function));

    /// <summary>Runs the passes to a fixed point, or for a bounded number of rounds; the result has dense ids.</summary>
    /// <param name="log">Told of every pass that changed something, with what it made.</param>
    public static Function Run(Function function, Licence licence, Action<Pass, Function>? log = null)
    {
        for (int round = 0; round < Rounds; round++)
        {
            Function before = function;
            foreach (Pass pass in Passes) function = Apply(pass, function, licence, log);
            if (ReferenceEquals(function, before)) break;
        }

        return Apply(Last, function, licence, log);
    }

    private static Function Apply(Pass pass, Function function, Licence licence, Action<Pass, Function>? log)
    {
        try
        {
            Function result = pass.Run(function, licence);
            if (!ReferenceEquals(result, function)) log?.Invoke(pass, result);
            return result;
        }
        catch (Exception e) when (e is not CompilerException and not OperationCanceledException)
        {
            throw new CompilerException(pass.Name, e.Message, IrPrinter.Print(function), e);
        }
    }
}
