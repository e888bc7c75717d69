using System;
using HessianGen;

namespace Corpus;

/// <summary>An array made in a branch: its size and its zeros matter where the branch is taken.</summary>
public static partial class ArrayInBranch
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x, int n, bool flag)
    {
        double sum = x[0];
        if (flag)
        {
            double[] a = new double[n + 1];
            for (int i = 0; i < n; i++)
            {
                a[i + 1] = a[i] * x[1] + x[2];
            }

            sum += a[n] * a[n / 2];
        }

        return sum * sum;
    }
}
