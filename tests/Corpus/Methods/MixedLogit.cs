using System;
using HessianGen;

namespace Corpus;

/// <summary>Minus the simulated log-likelihood of choices among three, tastes being normal over given draws (Train, 2009, chapter 6).</summary>
public static partial class MixedLogit
{
    private const int Alternatives = 3;

    [Differentiable(Every.Product)]
    public static double NegativeLogLikelihood(
        [Variable] ReadOnlySpan<double> mean, [Variable] ReadOnlySpan<double> logDeviation, double[] attributes, int[] chosen, double[] draws)
    {
        int width = mean.Length, simulations = draws.Length / width;
        double result = 0;
        for (int person = 0; person < chosen.Length; person++)
        {
            double probability = 0;
            for (int s = 0; s < simulations; s++)
            {
                double numerator = 0, denominator = 0;
                for (int a = 0; a < Alternatives; a++)
                {
                    double utility = 0;
                    for (int k = 0; k < width; k++)
                    {
                        double taste = mean[k] + Math.Exp(logDeviation[k]) * draws[s * width + k];
                        utility += taste * attributes[(person * Alternatives + a) * width + k];
                    }

                    double e = Math.Exp(utility);
                    denominator += e;
                    numerator = a == chosen[person] ? e : numerator;
                }

                probability += numerator / denominator;
            }

            result -= Math.Log(probability / simulations);
        }

        return result;
    }
}
