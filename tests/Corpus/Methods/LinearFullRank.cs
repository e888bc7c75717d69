using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 32: more residuals than variables.</summary>
public static partial class LinearFullRank
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x, int residuals)
    {
        double total = 0;
        foreach (double v in x)
        {
            total += v;
        }

        double sum = 0;
        for (int i = 0; i < residuals; i++)
        {
            double f = -2.0 / residuals * total - 1;
            if (i < x.Length)
            {
                f += x[i];
            }

            sum += f * f;
        }

        return sum;
    }
}
