using System;
using HessianGen;

namespace Corpus;

/// <summary>Copies, clears, fills and reversals of arrays by the framework.</summary>
public static partial class CopiedArrays
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] double[] x, double[] w)
    {
        int n = x.Length;
        double[] a = new double[2 * n], b = (double[])x.Clone();
        Array.Copy(x, a, n);
        Array.Copy(w, 0, a, n, n);
        Array.Reverse(b);
        a.AsSpan(n).Reverse();
        Array.Clear(b, 0, n / 2);
        a.AsSpan(0, n / 3).Fill(0.5);
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            sum += a[i] * a[n + i] * a[i] + Math.Exp(b[i]) * x[i];
        }

        return sum;
    }
}
