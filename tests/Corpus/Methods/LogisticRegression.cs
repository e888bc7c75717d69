using System;
using HessianGen;

namespace Corpus;

/// <summary>Mean logistic loss with labels ±1, plus λ/2·|w|². The softplus is written by hand, so that it cannot overflow.</summary>
public static partial class LogisticRegression
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> x, ReadOnlySpan<double> label, double lambda)
    {
        double sum = 0;
        for (int n = 0; n < label.Length; n++)
        {
            ReadOnlySpan<double> row = x.Slice(n * w.Length, w.Length);
            double z = 0;
            for (int i = 0; i < w.Length; i++)
            {
                z += w[i] * row[i];
            }

            sum += Softplus(-label[n] * z);
        }

        double norm = 0;
        foreach (double weight in w)
        {
            norm += weight * weight;
        }

        return sum / Math.Max(label.Length, 1) + 0.5 * lambda * norm;
    }

    private static double Softplus(double t) => t > 0 ? t + Math.Log(1 + Math.Exp(-t)) : Math.Log(1 + Math.Exp(t));
}
