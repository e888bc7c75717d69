using System;
using HessianGen;

namespace Corpus;

/// <summary>Minus the log-likelihood of counts under a log-linear rate, with a ridge that has a default.</summary>
public static partial class PoissonRegression
{
    [Differentiable(Every.Product)]
    public static double Deviance([Variable] ReadOnlySpan<double> beta, ReadOnlySpan<double> x, ReadOnlySpan<int> counts, double ridge = 1e-3)
    {
        double deviance = 0;
        for (int i = 0, at = 0; i < counts.Length; i++)
        {
            double eta = 0;
            foreach (double b in beta)
            {
                eta += b * x[at++];
            }

            deviance += Math.Exp(eta) - counts[i] * eta;
        }

        foreach (double b in beta)
        {
            deviance += ridge * b * b;
        }

        return deviance;
    }
}
