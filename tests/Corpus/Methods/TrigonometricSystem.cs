using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 26: the sum of all cosines stands in every residual.</summary>
public static partial class TrigonometricSystem
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x)
    {
        int n = x.Length;
        double cosines = 0;
        for (int i = 0; i < n; i++)
        {
            cosines += Math.Cos(x[i]);
        }

        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            double residual = n - cosines + (i + 1) * (1 - Math.Cos(x[i])) - Math.Sin(x[i]);
            sum += residual * residual;
        }

        return sum;
    }
}
