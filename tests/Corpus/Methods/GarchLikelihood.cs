using System;
using HessianGen;

namespace Corpus;

/// <summary>Minus log-likelihood of a GARCH(1,1) model of returns: hₜ = ω + α·εₜ₋₁² + β·hₜ₋₁.</summary>
public static partial class GarchLikelihood
{
    [Differentiable(Every.Product)]
    public static double NegativeLogLikelihood([Variable] ReadOnlySpan<double> theta, ReadOnlySpan<double> returns)
    {
        var (mu, omega, alpha, beta) = (theta[0], theta[1], theta[2], theta[3]);
        double h = omega / (1 - alpha - beta);
        double sum = 0;
        for (int t = 0; t < returns.Length; ++t)
        {
            double shock = returns[t] - mu;
            sum += Math.Log(h) + shock * shock / h;
            h = omega + alpha * shock * shock + beta * h;
        }

        return 0.5 * sum;
    }
}
