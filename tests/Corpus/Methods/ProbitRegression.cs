using System;
using HessianGen;

namespace Corpus;

/// <summary>−Σ log Φ(yᵢ·(w·xᵢ)) + λ‖w‖²/2 with labels ±1: far on the wrong side Φ underflows, log Φ and its derivatives must not.</summary>
public static partial class ProbitRegression
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> x, ReadOnlySpan<double> label, double lambda)
    {
        int features = w.Length;
        double sum = 0;
        for (int i = 0; i < label.Length; i++)
        {
            double score = 0;
            for (int j = 0; j < features; j++)
            {
                score += w[j] * x[i * features + j];
            }

            sum -= SpecialFunctions.LogNormalCdf(label[i] * score);
        }

        double norm = 0;
        for (int j = 0; j < features; j++)
        {
            norm += w[j] * w[j];
        }

        return sum + 0.5 * lambda * norm;
    }
}
