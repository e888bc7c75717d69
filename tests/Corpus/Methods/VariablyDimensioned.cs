using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 25: a chain of compound assignments, value and square of one sum.</summary>
public static partial class VariablyDimensioned
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x)
    {
        double sum = 0, weighted = 0;
        int j = 0;
        foreach (var v in x)
        {
            var f = v - 1;
            sum += f * f;
            weighted += ++j * f;
        }

        weighted *= weighted;
        sum += weighted + weighted * weighted;
        return sum;
    }
}
