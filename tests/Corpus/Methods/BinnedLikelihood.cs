using System;
using HessianGen;

namespace Corpus;

/// <summary>Minus the log-likelihood of counts in bins, signal over backgrounds with nuisance parameters (Cranmer and others, HistFactory, 2012).</summary>
public static partial class BinnedLikelihood
{
    [Differentiable(Every.Product)]
    public static double NegativeLogLikelihood(
        [Variable] double strength, [Variable] ReadOnlySpan<double> nuisance, ReadOnlySpan<double> signal, ReadOnlySpan<double> background, ReadOnlySpan<int> observed)
    {
        double result = 0;
        for (int bin = 0; bin < observed.Length; bin++)
        {
            double expected = strength * signal[bin];
            for (int source = 0; source < nuisance.Length; source++)
            {
                double shift = nuisance[source];
                double factor = shift >= 0 ? Math.Pow(1.1, shift) : Math.Pow(0.85, -shift);
                expected += factor * background[source * observed.Length + bin];
            }

            result += expected - observed[bin] * Math.Log(expected);
        }

        for (int source = 0; source < nuisance.Length; source++)
        {
            result += nuisance[source] * nuisance[source] / 2;
        }

        return result;
    }
}
