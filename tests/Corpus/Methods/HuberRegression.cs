using System;
using HessianGen;

namespace Corpus;

/// <summary>Huber's concomitant scale: a line and the width of the loss are fitted together, n·log δ + Σ huber(rᵢ, δ).</summary>
public static partial class HuberRegression
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] double slope, [Variable] double offset, [Variable] double logDelta, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double delta = Math.Exp(logDelta);
        double sum = x.Length * logDelta;
        for (int i = 0; i < x.Length; i++)
        {
            sum += SpecialFunctions.Huber(slope * x[i] + offset - y[i], delta);
        }

        return sum;
    }
}
