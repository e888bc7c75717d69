using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 29: sums up to i and sums from i on, over cubes kept in an array.</summary>
public static partial class DiscreteIntegralEquation
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x)
    {
        var h = 1.0 / (x.Length + 1);
        var cubes = new double[x.Length];
        for (var j = 0; j < x.Length; j++)
        {
            var c = x[j] + (j + 1) * h + 1;
            cubes[j] = c * c * c;
        }

        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            double below = 0, above = 0, t = (i + 1) * h;
            for (var j = 0; j <= i; j++)
            {
                below += (j + 1) * h * cubes[j];
            }

            for (var j = i + 1; j < x.Length; j++)
            {
                above += (1 - (j + 1) * h) * cubes[j];
            }

            var f = x[i] + h * ((1 - t) * below + t * above) / 2;
            sum += f * f;
        }

        return sum;
    }
}
