using System;
using HessianGen;

namespace Corpus;

/// <summary>Ranges and indices from the end, optional and named arguments, and <c>params</c> of a helper.</summary>
public static partial class TaperedWindow
{
    [Differentiable(Every.Product)]
    public static double Energy([Variable] ReadOnlySpan<double> x, int taper, double floor = 0.25)
    {
        if (x.Length < 2 * taper)
        {
            return Sum(power: 2, x);
        }

        ReadOnlySpan<double> middle = x[taper..^taper];
        double sum = Sum(power: 4, middle) + x[^1] * x[0];
        return sum + Weighted(x[0], by: floor) + Weighted(offset: 1, value: x[^1]) + Largest(x[0], x[1], x[^1]);
    }

    private static double Sum(int power, ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double v in values)
        {
            sum += Math.Pow(v, power);
        }

        return sum;
    }

    private static double Weighted(double value, double by = 0.5, double offset = 0) => by * Math.Tanh(value + offset);

    private static double Largest(double first, params ReadOnlySpan<double> others)
    {
        foreach (double other in others)
        {
            first = Math.Max(first, other);
        }

        return first;
    }
}
