using System;
using HessianGen;

namespace Corpus;

/// <summary>Log marginal likelihood of a Gaussian process (Rasmussen and Williams, 2006, algorithm 2.1), its Cholesky factor made in place.</summary>
public static partial class GaussianProcess
{
    [Differentiable(Every.Product)]
    public static double LogMarginalLikelihood([Variable] double logHeight, [Variable] double logLength, [Variable] double logNoise, double[] x, double[] y)
    {
        int n = x.Length;
        var k = new double[n * n];
        FillCovariance(k, x, Math.Exp(2 * logHeight), Math.Exp(logLength), Math.Exp(2 * logNoise));
        Factorise(k, n);
        double[] z = [.. y];
        double result = -0.5 * n * Math.Log(2 * Math.PI);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                z[i] -= k[i * n + j] * z[j];
            }

            z[i] /= k[i * n + i];
            result -= 0.5 * z[i] * z[i] + Math.Log(k[i * n + i]);
        }

        return result;
    }

    private static void FillCovariance(Span<double> k, ReadOnlySpan<double> x, double height, double length, double noise)
    {
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < x.Length; j++)
            {
                double d = (x[i] - x[j]) / length;
                k[i * x.Length + j] = height * Math.Exp(-0.5 * d * d) + (i == j ? noise : 0);
            }
        }
    }

    private static void Factorise(Span<double> a, int n)
    {
        for (int j = 0; j < n; j++)
        {
            for (int i = j; i < n; i++)
            {
                double sum = a[i * n + j];
                for (int k = 0; k < j; k++)
                {
                    sum -= a[i * n + k] * a[j * n + k];
                }

                a[i * n + j] = i == j ? Math.Sqrt(sum) : sum / a[j * n + j];
            }
        }
    }
}
