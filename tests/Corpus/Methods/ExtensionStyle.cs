using System;
using HessianGen;
using static System.Math;

namespace Corpus;

/// <summary>Helpers as extension methods of numbers and spans, and functions without their class.</summary>
public static partial class ExtensionStyle
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x, [Variable] double scale) =>
        x.Energy(scale).Squared() + scale.Squared() * x.Length.Half();

    private static double Squared(this double x) => x * x;

    private static double Half(this int n) => n / 2.0;

    private static double Energy(this ReadOnlySpan<double> values, double scale)
    {
        double sum = 0;
        foreach (double v in values)
        {
            sum += (v * scale).Squared() - Cos(v);
        }

        return sum;
    }
}
