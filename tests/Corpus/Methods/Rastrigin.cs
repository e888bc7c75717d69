using System;
using HessianGen;

namespace Corpus;

/// <summary>A cosine on a parabola, as a test of global search (Rastrigin, 1974).</summary>
public static partial class Rastrigin
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x)
    {
        double sum = 10 * x.Length;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * x[i] - 10 * Math.Cos(2 * Math.PI * x[i]);
        }

        return sum;
    }
}
