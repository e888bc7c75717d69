using System;
using HessianGen;

namespace Corpus;

/// <summary>Constants computed from constants, other classes' constants, and <c>static readonly</c> numbers.</summary>
public static partial class StaticCounters
{
    private const int Order = 4;
    private const double Step = 1.0 / Order, Half = Step / 2;
    private static readonly double Root = 1.4142135623730951;
    private static readonly int Count = Order * 2;

    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double v = x[i] * Root + Half;
            sum += v * Math.Min(i, Count) * Step + Math.Sin(v * Limits.Upper) * int.MaxValue / (double)long.MaxValue;
        }

        return sum * sum;
    }

    private static class Limits
    {
        internal const double Upper = 2 * Step;
    }
}
