using System;
using HessianGen;

namespace Corpus;

/// <summary>Generic helpers over several interfaces of numbers, one of which calls another.</summary>
public static partial class GenericNorms
{
    [Differentiable(Every.Product)]
    public static double Mixture([Variable] ReadOnlySpan<double> x, int order) =>
        Norms.PNorm(x, order + 1.5) + Norms.Mean(x) * Norms.Power(x[0], order) + Norms.Largest(x);
}
