using System;
using HessianGen;

namespace Corpus;

/// <summary>Overdispersed counts with the mean exp(w·x) and the variable dispersion: log Γ of variables, digamma and trigamma in the derivatives.</summary>
public static partial class NegativeBinomialRegression
{
    [Differentiable(Every.Product)]
    public static double NegativeLogLikelihood([Variable] ReadOnlySpan<double> w, [Variable] double logSize, ReadOnlySpan<double> x, ReadOnlySpan<int> counts)
    {
        int features = w.Length;
        double size = Math.Exp(logSize);
        double result = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            double score = -logSize;
            for (int j = 0; j < features; j++)
            {
                score += w[j] * x[i * features + j];
            }

            result -= SpecialFunctions.LogGamma(counts[i] + size) - SpecialFunctions.LogGamma(size) - SpecialFunctions.LogGamma(counts[i] + 1)
                + size * SpecialFunctions.LogSigmoid(-score) + counts[i] * SpecialFunctions.LogSigmoid(score);
        }

        return result;
    }
}
