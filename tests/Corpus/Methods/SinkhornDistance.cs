using System;
using HessianGen;

namespace Corpus;

/// <summary>Entropic optimal transport between two clouds on a line by alternate scaling (Cuturi, 2013).</summary>
public static partial class SinkhornDistance
{
    [Differentiable(Every.Product)]
    public static double Cost([Variable] ReadOnlySpan<double> x, [Variable] ReadOnlySpan<double> y, double epsilon, int rounds)
    {
        int n = x.Length, m = y.Length;
        double[] kernel = new double[n * m], u = new double[n], v = new double[m];
        for (int k = 0; k < kernel.Length; k++)
        {
            double d = x[k / m] - y[k % m];
            kernel[k] = Math.Exp(-d * d / epsilon);
        }

        Array.Fill(v, 1.0);
        while (rounds-- > 0)
        {
            for (int i = 0; i < n; i++)
            {
                double sum = 0;
                for (int j = 0; j < m; j++)
                {
                    sum += kernel[i * m + j] * v[j];
                }

                u[i] = 1.0 / n / sum;
            }

            for (int j = 0; j < m; j++)
            {
                double sum = 0;
                for (int i = 0; i < n; i++)
                {
                    sum += kernel[i * m + j] * u[i];
                }

                v[j] = 1.0 / m / sum;
            }
        }

        double cost = 0;
        for (int k = 0; k < kernel.Length; k++)
        {
            cost -= epsilon * Math.Log(kernel[k]) * kernel[k] * u[k / m] * v[k % m];
        }

        return cost;
    }
}
