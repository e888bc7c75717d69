using System;
using HessianGen;

namespace Corpus;

/// <summary>Squared error of a volatility smile by Hagan, Kumar, Lesniewski and Woodward's formula (Managing Smile Risk, 2002,
/// equation 2.17), with its limit at the money.</summary>
public static partial class SabrImpliedVolatility
{
    [Differentiable(Every.Product)]
    public static double Error(
        [Variable] double alpha, [Variable] double beta, [Variable] double rho, [Variable] double nu,
        double forward, ReadOnlySpan<double> strikes, ReadOnlySpan<double> quotes, double maturity)
    {
        double error = 0;
        for (int i = 0; i < strikes.Length; i++)
        {
            double difference = Volatility(alpha, beta, rho, nu, forward, strikes[i], maturity) - quotes[i];
            error += difference * difference;
        }

        return error;
    }

    private static double Volatility(double alpha, double beta, double rho, double nu, double f, double k, double t)
    {
        double power = Math.Pow(f * k, (1 - beta) / 2);
        double correction = 1 + t * (
            (1 - beta) * (1 - beta) * alpha * alpha / (24 * power * power)
            + rho * beta * nu * alpha / (4 * power)
            + (2 - 3 * rho * rho) * nu * nu / 24);
        double log = Math.Log(f / k);
        if (log == 0)
        {
            return alpha / power * correction;
        }

        double z = nu / alpha * power * log;
        double x = Math.Log((Math.Sqrt(1 - 2 * rho * z + z * z) + z - rho) / (1 - rho));
        double square = Math.Pow((1 - beta) * log, 2);
        return alpha / (power * (1 + square / 24 + square * square / 1920)) * (z / x) * correction;
    }
}
