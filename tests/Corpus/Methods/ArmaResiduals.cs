using System;
using HessianGen;

namespace Corpus;

/// <summary>Conditional sum of squares of an ARMA(p, q) model: each residual feeds on earlier ones.</summary>
public static partial class ArmaResiduals
{
    [Differentiable(Every.Product)]
    public static double SumOfSquares([Variable] ReadOnlySpan<double> phi, [Variable] ReadOnlySpan<double> theta, [Variable] double mean, ReadOnlySpan<double> y)
    {
        double[] residual = new double[y.Length];
        double sum = 0;
        for (int t = 0; t < y.Length; t++)
        {
            double forecast = mean;
            for (int k = 1; k <= phi.Length && k <= t; k++)
            {
                forecast += phi[k - 1] * (y[t - k] - mean);
            }

            for (int k = 1; k <= Math.Min(t, theta.Length); k++)
            {
                forecast += theta[k - 1] * residual[t - k];
            }

            residual[t] = y[t] - forecast;
            sum += residual[t] * residual[t];
        }

        return sum;
    }
}
