using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 30; conditional expressions guard the ends.</summary>
public static partial class BroydenTridiagonal
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double f = (3 - 2 * x[i]) * x[i] + 1 - (i > 0 ? x[i - 1] : 0);
            if (i + 1 < x.Length)
            {
                f -= 2 * x[i + 1];
            }

            sum += f * f;
        }

        return sum;
    }
}
