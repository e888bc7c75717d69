using System;
using HessianGen;

namespace Corpus;

/// <summary>Rayleigh quotient after many normalised multiplications with a positive matrix.</summary>
public static partial class PowerIteration
{
    [Differentiable(Every.Product)]
    public static double Quotient([Variable] double[] matrix, int n, int iterations)
    {
        double[] v = new double[n], w = new double[n];
        Array.Fill(v, 1 / Math.Sqrt(n));
        double quotient = 0;
        for (int iteration = 0; iteration < iterations; iteration++)
        {
            quotient = 0;
            double square = 0;
            for (int i = 0; i < n; i++)
            {
                w[i] = 0;
                for (int j = 0; j < n; j++)
                {
                    w[i] += matrix[i * n + j] * v[j];
                }

                quotient += v[i] * w[i];
                square += w[i] * w[i];
            }

            double length = Math.Sqrt(square);
            for (int i = 0; i < n; i++)
            {
                v[i] = w[i] / length;
            }
        }

        return quotient;
    }
}
