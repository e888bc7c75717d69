using System;
using HessianGen;

namespace Corpus;

/// <summary>A determinant by elimination in place with row exchanges: the pivot is searched in values that depend on the variables.</summary>
public static partial class PivotedDeterminant
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> matrix, int n)
    {
        double[] a = matrix.ToArray();
        double determinant = 1;
        for (int k = 0; k < n; k++)
        {
            int pivot = k;
            for (int i = k + 1; i < n; i++)
            {
                if (Math.Abs(a[i * n + k]) > Math.Abs(a[pivot * n + k]))
                {
                    pivot = i;
                }
            }

            if (pivot != k)
            {
                determinant = -determinant;
                for (int j = 0; j < n; j++)
                {
                    (a[k * n + j], a[pivot * n + j]) = (a[pivot * n + j], a[k * n + j]);
                }
            }

            determinant *= a[k * n + k];
            for (int i = k + 1; i < n; i++)
            {
                double factor = a[i * n + k] /= a[k * n + k];
                for (int j = k + 1; j < n; j++)
                {
                    a[i * n + j] -= factor * a[k * n + j];
                }
            }
        }

        return determinant;
    }
}
