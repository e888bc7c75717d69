using System;
using HessianGen;

namespace Corpus;

/// <summary>An array overwritten in place and then read again: prefix sums, prefix sums of their sines, and a product of both ends.</summary>
public static partial class PrefixSums
{
    [Differentiable(Every.Product)]
    public static double Value(ReadOnlySpan<double> x)
    {
        int n = x.Length;
        double[] a = new double[n];
        for (int i = 0; i < n; i++)
        {
            a[i] = x[i];
        }

        for (int i = 1; i < n; i++)
        {
            a[i] += 0.5 * a[i - 1];
        }

        double before = 0;
        for (int i = 0; i < n; i++)
        {
            before += a[i] * a[n - 1 - i];
        }

        for (int i = n - 2; i >= 0; i--)
        {
            a[i] = Math.Sin(a[i]) + 0.25 * a[i + 1] * a[i];
        }

        double after = 0;
        for (int i = 0; i < n; i++)
        {
            after += a[i] * a[i] * x[i];
        }

        return before + after;
    }
}
