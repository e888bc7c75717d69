using System;
using HessianGen;

namespace Corpus;

/// <summary>Squared error of a factorisation machine, pairs in linear time by ½·((Σ vx)² − Σ (vx)²) (Rendle, 2010, lemma 3.1).</summary>
public static partial class FactorisationMachine
{
    [Differentiable(Every.Product)]
    public static double Error([Variable] double w0, [Variable] double[] w, [Variable] double[] v, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        int features = w.Length, factors = features == 0 ? 0 : v.Length / features;
        double error = 0;
        for (int n = 0; n < y.Length; n++)
        {
            ReadOnlySpan<double> row = x.Slice(n * features, features);
            double predicted = w0;
            for (int i = 0; i < features; i++)
            {
                predicted += w[i] * row[i];
            }

            for (int f = 0; f < factors; f++)
            {
                double sum = 0, squares = 0;
                for (int i = 0; i < features; i++)
                {
                    double term = v[i * factors + f] * row[i];
                    sum += term;
                    squares += term * term;
                }

                predicted += 0.5 * (sum * sum - squares);
            }

            error += (predicted - y[n]) * (predicted - y[n]);
        }

        return error;
    }
}
