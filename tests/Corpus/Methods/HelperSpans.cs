using System;
using HessianGen;

namespace Corpus;

/// <summary>Helpers that return slices, one of two spans, or an array in a tuple.</summary>
public static partial class HelperSpans
{
    [Differentiable(Every.Product)]
    public static double Sum(ReadOnlySpan<double> x)
    {
        double[] copy = x.ToArray();
        Span<double> tail = Tail(copy, 1);
        tail[0] *= x[0];
        Tail(tail, tail.Length - 1)[0] += copy[1];
        var (scaled, norm) = Normalised(copy);
        ReadOnlySpan<double> longer = Longer(scaled, x[..1]);
        double sum = norm;
        foreach (double element in longer)
        {
            sum += element * element * element;
        }

        return sum;
    }

    private static Span<double> Tail(Span<double> s, int start) => s[start..];

    private static ReadOnlySpan<double> Longer(ReadOnlySpan<double> a, ReadOnlySpan<double> b) => a.Length >= b.Length ? a : b;

    private static (double[] Scaled, double Norm) Normalised(ReadOnlySpan<double> v)
    {
        double square = 1;
        foreach (double element in v)
        {
            square += element * element;
        }

        double norm = Math.Sqrt(square);
        double[] scaled = new double[v.Length];
        for (int i = 0; i < scaled.Length; i++)
        {
            scaled[i] = v[i] / norm;
        }

        return (scaled, norm);
    }
}
