using System;
using HessianGen;

namespace Corpus;

/// <summary>Trace of (I + A)⁻¹ by Gauss and Jordan's elimination on rectangular local arrays.</summary>
public static partial class LocalMatrices
{
    [Differentiable(Every.Product)]
    public static double InverseTrace([Variable] ReadOnlySpan<double> entries, int n)
    {
        double[,] a = new double[n, n], inverse = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            inverse[i, i] = 1;
            for (int j = 0; j < n; j++)
            {
                a[i, j] = entries[i * n + j] + (i == j ? n + 1 : 0);
            }
        }

        for (int k = 0; k < n; k++)
        {
            double pivot = a[k, k];
            for (int j = 0; j < n; j++)
            {
                a[k, j] /= pivot;
                inverse[k, j] /= pivot;
            }

            for (int i = 0; i < a.GetLength(0); i++)
            {
                double factor = a[i, k];
                if (i == k)
                {
                    continue;
                }

                for (int j = 0; j < n; j++)
                {
                    a[i, j] -= factor * a[k, j];
                    inverse[i, j] -= factor * inverse[k, j];
                }
            }
        }

        double trace = 0;
        for (int i = 0; i < n; i++)
        {
            trace += inverse[i, i];
        }

        return trace;
    }
}
