using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>The way that was taken to a Hessian, or to its diagonal.</summary>
/// <param name="Explanation">Which way, and why; printed above the generated member.</param>
internal sealed record HessianPlan(Function Function, string Explanation)
{
    private const string AskedFor = "HessianStrategy.Directional was asked for", Directions = "Forward over reverse, one unit direction after another or side by side in lanes";

    /// <summary>Element by element where that is possible, else by directions; <paramref name="product"/> is asked for only then.</summary>
    public static HessianPlan Of(Function gradient, Func<Function> product, HessianStrategy strategy)
    {
        string reason = AskedFor;
        if (strategy != HessianStrategy.Directional && ElementHessian.Run(gradient, isLimited: strategy == HessianStrategy.Automatic, out reason) is { } elements) return elements;
        return new(Directional.Hessian(gradient, product()), $"{Directions}: {reason}.");
    }

    /// <summary>The same for the diagonal.</summary>
    public static HessianPlan OfDiagonal(Function primal, Function gradient, Func<Function> product, HessianStrategy strategy)
    {
        string reason = AskedFor;
        if (strategy != HessianStrategy.Directional && ElementHessian.Diagonal(gradient, out reason) is { } elements) return elements;
        return new(Directional.HessianDiagonal(primal, product()), $"{Directions}: {reason}.");
    }
}
