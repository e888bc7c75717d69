using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 4: residuals of a million and of a millionth, summed through a local function.</summary>
public static partial class BrownBadlyScaled
{
    [Differentiable(Every.Product)]
    public static double Value(double x1, double x2)
    {
        return Squared(x1 - 1e6) + Squared(x2 - 2e-6) + Squared(x1 * x2 - 2);

        static double Squared(double f) => f * f;
    }
}
