using System;
using HessianGen;

namespace Corpus;

/// <summary>Minus the log partial likelihood of survival times in descending order (Cox, 1972): the risk set grows as the loop goes.</summary>
public static partial class CoxProportionalHazards
{
    [Differentiable(Every.Product)]
    public static double NegativeLogLikelihood([Variable] ReadOnlySpan<double> beta, ReadOnlySpan<double> covariates, ReadOnlySpan<bool> died)
    {
        int width = beta.Length;
        double atRisk = 0, result = 0;
        for (int i = 0; i < died.Length; i++)
        {
            double score = 0;
            for (int k = 0; k < width; k++)
            {
                score += beta[k] * covariates[i * width + k];
            }

            atRisk += Math.Exp(score);
            if (died[i])
            {
                result += Math.Log(atRisk) - score;
            }
        }

        return result;
    }
}
