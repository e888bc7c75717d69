using System;
using HessianGen;

namespace Corpus;

/// <summary>Σ exp λ over the eigenvalues of a symmetric matrix, by cyclic Jacobi rotations in place.</summary>
public static partial class JacobiEigenvalues
{
    [Differentiable(Every.Product)]
    public static double ExponentialTrace([Variable] ReadOnlySpan<double> entries, int n)
    {
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                a[i * n + j] = (entries[i * n + j] + entries[j * n + i]) / 2 + (i == j ? i : 0);
            }
        }

        for (int sweep = 0; sweep < 6; sweep++)
        {
            for (int p = 0; p < n - 1; p++)
            {
                for (int q = p + 1; q < n; q++)
                {
                    if (Math.Abs(a[p * n + q]) < 1e-9)
                    {
                        continue;
                    }

                    double theta = (a[q * n + q] - a[p * n + p]) / (2 * a[p * n + q]);
                    double t = Math.CopySign(1, theta) / (Math.Abs(theta) + Math.Sqrt(theta * theta + 1));
                    double c = 1 / Math.Sqrt(t * t + 1), s = t * c;
                    for (int k = 0; k < n; k++)
                    {
                        (a[k * n + p], a[k * n + q]) = (c * a[k * n + p] - s * a[k * n + q], s * a[k * n + p] + c * a[k * n + q]);
                    }

                    for (int k = 0; k < n; k++)
                    {
                        (a[p * n + k], a[q * n + k]) = (c * a[p * n + k] - s * a[q * n + k], s * a[p * n + k] + c * a[q * n + k]);
                    }
                }
            }
        }

        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            sum += Math.Exp(a[i * n + i]);
        }

        return sum;
    }
}
