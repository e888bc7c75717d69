namespace HessianGen.Compiler.Ir;

/// <summary>What one interpretation gave: the results, and the operations it took.</summary>
internal sealed class Run(object[] results, long[] operations, long loads, long stores)
{
    /// <summary>One boxed double, float, integer or bool for each result of the function.</summary>
    public IReadOnlyList<object> Results { get; } = results;

    public long Loads { get; } = loads;

    /// <summary>Stores and accumulations.</summary>
    public long Stores { get; } = stores;

    /// <summary>How many primitives of this cost were executed; an accumulation is a flop, integer arithmetic is free.</summary>
    public long Count(Cost cost) => operations[(int)cost];
}
