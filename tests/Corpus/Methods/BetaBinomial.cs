using System;
using HessianGen;

namespace Corpus;

/// <summary>Minus the log-likelihood of overdispersed successes; ratios of gamma functions are rising products.</summary>
public static partial class BetaBinomial
{
    [Differentiable(Every.Product)]
    public static double NegativeLogLikelihood([Variable] double a, [Variable] double b, int[] successes, int trials)
    {
        double result = 0;
        foreach (int k in successes)
        {
            result += LogRising(a + b, trials) - LogRising(a, k) - LogRising(b, trials - k);
        }

        return result;
    }

    /// <summary>log Γ(x + count) − log Γ(x).</summary>
    private static double LogRising(double x, int count)
    {
        double product = 1;
        while (count-- > 0)
        {
            product *= x++;
        }

        return Math.Log(product);
    }
}
