using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 23: a sphere, and a weak pull towards one.</summary>
public static partial class PenaltyFirst
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] params ReadOnlySpan<double> x)
    {
        const double a = 1e-5;
        double pull = 0, norm = 0;
        foreach (double v in x)
        {
            pull += (v - 1) * (v - 1);
            norm += v * v;
        }

        return a * pull + (norm - 0.25) * (norm - 0.25);
    }
}
