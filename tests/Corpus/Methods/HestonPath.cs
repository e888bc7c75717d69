using System;
using HessianGen;

namespace Corpus;

/// <summary>A log price under Heston's stochastic variance along one path of given normals, by Euler steps with the variance cut at zero.</summary>
public static partial class HestonPath
{
    [Differentiable(Every.Product)]
    public static double Payoff(
        [Variable] double kappa, [Variable] double theta, [Variable] double sigma, [Variable] double rho, [Variable] double variance,
        double[] normals, double dt)
    {
        double logPrice = 0.1;
        double root = Math.Sqrt(dt), independent = Math.Sqrt(1 - rho * rho);
        for (int step = 0; 2 * step < normals.Length; step++)
        {
            double volatility = Math.Sqrt(Math.Max(variance, 1e-6));
            double first = normals[2 * step], second = rho * first + independent * normals[2 * step + 1];
            logPrice += -0.5 * variance * dt + volatility * root * first;
            variance += kappa * (theta - variance) * dt + sigma * volatility * root * second;
        }

        return Math.Exp(logPrice) - 1;
    }
}
