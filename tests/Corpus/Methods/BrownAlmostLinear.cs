using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 27: sums and a product of all variables, also where factors are zero.</summary>
public static partial class BrownAlmostLinear
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x)
    {
        double sum = 0, total = 0, product = 1;
        for (int i = 0; i < x.Length; i++)
        {
            total += x[i];
            product *= x[i];
        }

        for (int i = 0; i < x.Length - 1; i++)
        {
            double residual = x[i] + total - (x.Length + 1);
            sum += residual * residual;
        }

        return sum + (product - 1) * (product - 1);
    }
}
