using System;
using HessianGen;

namespace Corpus;

/// <summary>A delay equation, x′ = βx(t−τ)/(1+x(t−τ)ⁿ) − γx, whose past lives in a ring buffer addressed by <c>%</c>.</summary>
public static partial class MackeyGlass
{
    [Differentiable(Every.Product)]
    public static double Mean([Variable] double beta, [Variable] double gamma, [Variable] double exponent, [Variable] double start, int delay, int steps)
    {
        double[] past = new double[delay];
        Array.Fill(past, start);
        double x = start, sum = 0;
        for (int t = 0; t < steps; t++)
        {
            double delayed = past[t % delay];
            past[t % delay] = x;
            x += 0.1 * (beta * delayed / (1 + Math.Pow(delayed, exponent)) - gamma * x);
            sum += x;
        }

        return steps > 0 ? sum / steps : x;
    }
}
