using System;
using HessianGen;

namespace Corpus;

/// <summary>Minus log-likelihood of a local linear trend: a Kalman filter with two states written out in scalars.</summary>
public static partial class KalmanFilter
{
    [Differentiable(Every.Product)]
    public static double NegativeLogLikelihood([Variable] double logLevel, [Variable] double logSlope, [Variable] double logNoise, double[] series)
    {
        double qLevel = Math.Exp(logLevel), qSlope = Math.Exp(logSlope), noise = Math.Exp(logNoise);
        double level = 0, slope = 0;
        double p11 = 10, p12 = 0, p22 = 10;
        double result = 0;
        foreach (double y in series)
        {
            level += slope;
            (p11, p12, p22) = (p11 + 2 * p12 + p22 + qLevel, p12 + p22, p22 + qSlope);

            double innovation = y - level;
            double variance = p11 + noise;
            double gain1 = p11 / variance, gain2 = p12 / variance;
            result += 0.5 * (Math.Log(2 * Math.PI * variance) + innovation * innovation / variance);

            level += gain1 * innovation;
            slope += gain2 * innovation;
            p22 -= gain2 * p12;
            p12 -= gain1 * p12;
            p11 -= gain1 * p11;
        }

        return result;
    }
}
