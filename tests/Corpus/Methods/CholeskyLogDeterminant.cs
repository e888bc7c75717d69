using System;
using HessianGen;

namespace Corpus;

/// <summary>log det(S + εI) with S = BBᵀ, by a Cholesky factorisation that overwrites its own matrix.</summary>
public static partial class CholeskyLogDeterminant
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> b, int n, double epsilon)
    {
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = i == j ? epsilon : 0;
                for (int k = 0; k < n; k++)
                {
                    sum += b[i * n + k] * b[j * n + k];
                }

                a[i * n + j] = sum;
            }
        }

        double logDeterminant = 0;
        for (int j = 0; j < n; j++)
        {
            for (int k = 0; k < j; k++)
            {
                a[j * n + j] -= a[j * n + k] * a[j * n + k];
            }

            a[j * n + j] = Math.Sqrt(a[j * n + j]);
            for (int i = j + 1; i < n; i++)
            {
                for (int k = 0; k < j; k++)
                {
                    a[i * n + j] -= a[i * n + k] * a[j * n + k];
                }

                a[i * n + j] /= a[j * n + j];
            }

            logDeterminant += 2 * Math.Log(a[j * n + j]);
        }

        return logDeterminant;
    }
}
