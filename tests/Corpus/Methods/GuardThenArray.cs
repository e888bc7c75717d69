using System;
using HessianGen;

namespace Corpus;

/// <summary>An array made after an early return, whose elements are read before anything was written to them.</summary>
public static partial class GuardThenArray
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x, int n)
    {
        if (x.Length != 3)
        {
            return 0;
        }

        double[] row = new double[n + 1];
        for (int j = 1; j < row.Length; j++)
        {
            row[j] = row[j - 1] + x[0];
        }

        for (int k = 0; k < 3; k++)
        {
            row[0] += x[k] * x[k];
            for (int j = 1; j < row.Length; j++)
            {
                row[j] = row[j - 1] * row[j] + x[1];
            }
        }

        return row[^1];
    }
}
