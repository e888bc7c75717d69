using System;
using HessianGen;

namespace Corpus;

/// <summary>Helpers that return slices, references, arrays and tuples of them.</summary>
public static partial class ReturnedPieces
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x, int skip)
    {
        double[] copy = x.ToArray();
        Last(copy) *= 2;
        Middle(copy, skip)[0] += copy[^1];
        (double[] odd, double[] even) = Split(copy);
        double sum = 0;
        for (int i = 0; i < odd.Length; i++)
        {
            sum += odd[i] * even[i] * (i + 1);
        }

        return sum + Math.Exp(copy[skip]);
    }

    private static ref double Last(Span<double> values) => ref values[^1];

    private static Span<double> Middle(double[] values, int skip) => values.AsSpan()[skip..];

    private static (double[] Odd, double[] Even) Split(double[] values)
    {
        double[] odd = new double[values.Length / 2], even = new double[(values.Length + 1) / 2];
        for (int i = 0; i < values.Length; i++)
        {
            (i % 2 == 1 ? odd : even)[i / 2] = values[i];
        }

        return (odd, even);
    }
}
