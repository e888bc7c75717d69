using System;
using HessianGen;

namespace Corpus;

/// <summary>A helper that returns through a span, called twice on the same buffer, on a half of it and then on the whole.</summary>
public static partial class SoftmaxInPlace
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x, ReadOnlySpan<double> weights)
    {
        Span<double> p = stackalloc double[x.Length];
        x.CopyTo(p);
        Normalise(p[..(p.Length / 2)]);
        Normalise(p);
        double score = 0;
        for (int i = 0; i < p.Length; i++)
        {
            score += weights[i] * p[i] * p[i];
        }

        return score;
    }

    private static void Normalise(Span<double> values)
    {
        double total = 0;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Math.Exp(values[i]);
            total += values[i];
        }

        for (int i = 0; i < values.Length; i++)
        {
            values[i] /= total;
        }
    }
}
