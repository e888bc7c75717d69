using System;
using HessianGen;

namespace Corpus;

/// <summary>Two names of one array, slices that overlap, and writes through one that are read through another.</summary>
public static partial class AliasedArrays
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] Span<double> x, [Variable] double[] y)
    {
        double[] a = y, b = (double[])y.Clone();
        Span<double> low = b.AsSpan(0, b.Length / 2), all = b;
        double sum = 0;
        for (int i = 0; i < low.Length; i++)
        {
            low[i] += x[i] * all[b.Length - 1 - i];
            all[i] *= low[i];
            sum += b[i] * a[i];
        }

        all.CopyTo(x);
        for (int i = 1; i < x.Length; i++)
        {
            x[i] += x[i - 1] * y[i];
            sum += x[i] * x[i];
        }

        return sum;
    }
}
