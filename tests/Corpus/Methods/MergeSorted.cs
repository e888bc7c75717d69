using System;
using HessianGen;

namespace Corpus;

/// <summary>Bottom-up merge sort between two buffers that swap, then a weighted sum of squares.</summary>
public static partial class MergeSorted
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x)
    {
        double[] from = x.ToArray(), to = new double[x.Length];
        for (int width = 1; width < x.Length; width *= 2)
        {
            for (int low = 0; low < x.Length; low += 2 * width)
            {
                int middle = Math.Min(low + width, x.Length), high = Math.Min(low + 2 * width, x.Length);
                int i = low, j = middle;
                for (int k = low; k < high; k++)
                {
                    to[k] = i < middle && (j >= high || from[i] <= from[j]) ? from[i++] : from[j++];
                }
            }

            (from, to) = (to, from);
        }

        double sum = 0;
        for (int k = 0; k < from.Length; k++)
        {
            sum += (k + 1) * from[k] * from[k];
        }

        return sum;
    }
}
