using System;
using HessianGen;

namespace Corpus;

/// <summary>Minus the log-likelihood of right and wrong answers in the two-parameter logistic model (Birnbaum, 1968), with standard normal priors.</summary>
public static partial class ItemResponse
{
    [Differentiable(Every.Product)]
    public static double NegativeLogPosterior(
        [Variable] ReadOnlySpan<double> ability, [Variable] ReadOnlySpan<double> difficulty, [Variable] ReadOnlySpan<double> discrimination,
        ReadOnlySpan<int> correct)
    {
        double result = 0;
        for (int person = 0; person < ability.Length; person++)
        {
            result += 0.5 * ability[person] * ability[person];
            for (int item = 0; item < difficulty.Length; item++)
            {
                double logit = discrimination[item] * (ability[person] - difficulty[item]);
                bool right = correct[person * difficulty.Length + item] == 1;
                result += Softplus(right ? -logit : logit);
            }
        }

        return result;
    }

    private static double Softplus(double x) => Math.Max(x, 0) + double.LogP1(Math.Exp(-Math.Abs(x)));
}
