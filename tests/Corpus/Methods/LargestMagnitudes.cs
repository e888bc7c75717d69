using System;
using HessianGen;

namespace Corpus;

/// <summary>Magnitudes compared by the framework's functions.</summary>
public static partial class LargestMagnitudes
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x)
    {
        double largest = x[0], smallest = x[0], sum = 0;
        for (int i = 1; i < x.Length; i++)
        {
            largest = Math.MaxMagnitude(largest, x[i]);
            smallest = Math.MinMagnitude(smallest, 3 * x[i]);
            sum += largest * smallest;
        }

        return sum + largest * largest;
    }
}
