namespace HessianGen.Benchmarks.Costs;

/// <summary>How much a derivative may cost.</summary>
internal sealed record CostLaw(string Name, double Bound, Func<MethodCosts, double> Ratio)
{
    // @formatter:off
    public static readonly CostLaw
        //                              at most  of what
        FirstTime      = new("gradient - again",    3, c => c.FirstTimeRatio),
        Gradient       = new("gradient/value",      4, c => c.GradientRatio),
        Product        = new("product/gradient",    3, c => c.ProductRatio),
        Lines          = new("lines/statement",   250, c => c.LinesPerStatement);
    // @formatter:on

    public static IReadOnlyList<CostLaw> All { get; } = [FirstTime, Gradient, Product, Lines];
}
