using System;
using HessianGen;

namespace Corpus;

/// <summary>Two slices of one buffer that overlap: a write through one is seen through the other.</summary>
public static partial class OverlappingSlices
{
    [Differentiable(Every.Product)]
    public static double Value(ReadOnlySpan<double> x)
    {
        int n = x.Length;
        if (n < 2)
        {
            return n;
        }

        Span<double> all = new double[n];
        for (int i = 0; i < n; i++)
        {
            all[i] = x[i] * x[i];
        }

        Span<double> head = all[..^1];
        Span<double> tail = all[1..];
        double sum = 0;
        for (int i = 0; i < head.Length; i++)
        {
            tail[i] += 0.3 * head[i];
            head[i] *= tail[i];
            sum += head[i] / (1 + tail[i] * tail[i]);
        }

        return sum + all[0] * all[n - 1];
    }
}
