using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 21: independent pairs, in steps of two.</summary>
public static partial class ExtendedRosenbrock
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] Span<double> x)
    {
        double sum = 0;
        for (int i = 0; i + 1 < x.Length; i += 2)
        {
            sum += 100 * Math.Pow(x[i + 1] - x[i] * x[i], 2) + Math.Pow(1 - x[i], 2);
        }

        return sum;
    }
}
