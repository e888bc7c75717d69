using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 34: two variables on which nothing depends, and an inner range of the others.</summary>
public static partial class LinearRankOneZeroColumns
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x, int m)
    {
        ReadOnlySpan<double> inner = x[1..^1];
        double form = 0;
        for (int j = 0; j < inner.Length; j++)
        {
            form += (j + 2) * inner[j];
        }

        double sum = 2;
        for (int i = 2; i < m; i++)
        {
            double f = (i - 1) * form - 1;
            sum += f * f;
        }

        return sum;
    }
}
