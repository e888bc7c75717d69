using System;
using HessianGen;

namespace Corpus;

/// <summary>x/(a₀ + x/(a₁ + ...)) from the inside out, over an index from the end.</summary>
public static partial class ContinuedFraction
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] double x, [Variable] ReadOnlySpan<double> a)
    {
        double tail = 1;
        for (int k = 1; k <= a.Length; k++)
        {
            tail = a[^k] + x * x / (2 * tail);
        }

        return x / tail;
    }
}
