using System;
using HessianGen;

namespace Corpus;

/// <summary>A helper with an early return and an array, called with another length at each turn of a loop.</summary>
public static partial class TailRecurrences
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] double[] x, double[] w)
    {
        double sum = 0;
        for (int i = 0; i <= x.Length; i++)
        {
            sum += Tail(x, i) * (i < w.Length ? w[i] : 1);
        }

        return sum;
    }

    private static double Tail(double[] x, int from)
    {
        int n = x.Length - from;
        if (n == 0)
        {
            return 0;
        }

        double[] t = new double[n];
        t[0] = x[from];
        for (int i = 1; i < n; i++)
        {
            t[i] = Math.Sin(t[i - 1]) + x[from + i] * t[i - 1];
        }

        return t[n - 1];
    }
}
