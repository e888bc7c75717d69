using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>The way that was taken to a dense Hessian.</summary>
/// <param name="Explanation">Which way, and why; printed above the generated member.</param>
internal sealed record HessianPlan(Function Function, string Explanation)
{
    /// <summary>Element by element where that is possible, else by directions; <paramref name="product"/> is asked for only then.</summary>
    public static HessianPlan Of(Function gradient, Func<Function> product, HessianStrategy strategy)
    {
        string reason = "HessianStrategy.Directional was asked for";
        if (strategy != HessianStrategy.Directional && ElementHessian.Run(gradient, isLimited: strategy == HessianStrategy.Automatic, out reason) is { } elements) return elements;
        return new(Directional.Hessian(gradient, product()), $"Forward over reverse, one unit direction after another or side by side in lanes: {reason}.");
    }
}
