using System;
using HessianGen;

namespace Corpus;

/// <summary>−Σ log Σ wₖ·N(xᵢ; mₖ, sₖ²) by the log-sum-exp of an array that is filled anew for each point.</summary>
public static partial class MixtureDensity
{
    [Differentiable(Every.Product)]
    public static double NegativeLogLikelihood([Variable] ReadOnlySpan<double> logWeight, [Variable] ReadOnlySpan<double> mean, [Variable] ReadOnlySpan<double> logScale, ReadOnlySpan<double> x)
    {
        double[] logDensity = new double[mean.Length];
        double result = x.Length * SpecialFunctions.LogSumExp(logWeight);
        for (int i = 0; i < x.Length; i++)
        {
            for (int k = 0; k < mean.Length; k++)
            {
                double z = (x[i] - mean[k]) * Math.Exp(-logScale[k]);
                logDensity[k] = logWeight[k] - logScale[k] - 0.5 * z * z;
            }

            result -= SpecialFunctions.LogSumExp(logDensity);
        }

        return result;
    }
}
