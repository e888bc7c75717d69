using HessianGen;

namespace Corpus;

/// <summary>100·(y − x²)² + (1 − x)², as one expression of two scalars.</summary>
public static partial class RosenbrockPair
{
    [Differentiable(Every.Product)]
    public static double Value(double x, double y) => 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x);
}
