using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 20: a polynomial and its derivative by Horner's rule at 29 points.</summary>
public static partial class Watson
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x)
    {
        double sum = Pow2(x[0]) + Pow2(x[1] - x[0] * x[0] - 1);
        for (int i = 1; i < 30; i++)
        {
            double t = i / 29d, value = x[^1], slope = 0d;
            for (int j = x.Length - 2; j >= 0; j--)
            {
                slope = slope * t + value;
                value = value * t + x[j];
            }

            sum += Pow2(slope - value * value - 1);
        }

        return sum;
    }

    private static double Pow2(double f) => f * f;
}
