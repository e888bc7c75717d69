using System;
using HessianGen;

namespace Corpus;

/// <summary>Minus the joint log density of log variances and returns (Kim, Shephard and Chib, 1998): a banded Hessian with an arrow.</summary>
public static partial class StochasticVolatility
{
    [Differentiable(Every.Product)]
    public static double NegativeLogDensity(
        [Variable] double level, [Variable] double persistence, [Variable] double logNoise, [Variable] ReadOnlySpan<double> h, ReadOnlySpan<double> returns)
    {
        double precision = Math.Exp(-2 * logNoise), result = 0;
        for (int t = 0; t < h.Length; t++)
        {
            double expected = t == 0 ? level : level + persistence * (h[t - 1] - level);
            double spread = t == 0 ? 1 - persistence * persistence : 1;
            result += 0.5 * (precision * spread * (h[t] - expected) * (h[t] - expected) - Math.Log(spread)) + logNoise;
            result += 0.5 * (h[t] + returns[t] * returns[t] * Math.Exp(-h[t]));
        }

        return result;
    }
}
