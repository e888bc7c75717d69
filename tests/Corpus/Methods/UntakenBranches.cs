using System;
using HessianGen;

namespace Corpus;

/// <summary>Logarithms, roots and divisions that would be NaN on the side that is not taken.</summary>
public static partial class UntakenBranches
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x, double floor)
    {
        double sum = 0;
        foreach (double v in x)
        {
            double safe = v > 0 ? Math.Log(v) : v < -0.5 ? Math.Sqrt(-v - 0.5) : v * v;
            sum += safe * (floor == 0 ? 1 : v / floor);
            sum += Math.Max(v, 0) * Math.Sqrt(Math.Max(v, 1e-3));
        }

        return sum;
    }
}
