using System;
using HessianGen;

namespace Corpus;

/// <summary>Values scattered to their groups by counts and offsets, then a recurrence over each group’s slice.</summary>
public static partial class CountingSort
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x, ReadOnlySpan<int> group)
    {
        Span<int> start = stackalloc int[4];
        foreach (int g in group)
        {
            start[g + 1]++;
        }

        for (int g = 0; g < 3; g++)
        {
            start[g + 1] += start[g];
        }

        double[] sorted = new double[x.Length];
        Span<int> next = stackalloc int[3];
        start[..3].CopyTo(next);
        for (int i = 0; i < x.Length; i++)
        {
            sorted[next[group[i]]++] = x[i] * x[i];
        }

        double total = 0;
        for (int g = 0; g < 3; g++)
        {
            double chain = 0.5;
            foreach (double v in sorted.AsSpan()[start[g]..start[g + 1]])
            {
                chain = Math.Sin(chain + v);
            }

            total += chain * (g + 1);
        }

        return total;
    }
}
