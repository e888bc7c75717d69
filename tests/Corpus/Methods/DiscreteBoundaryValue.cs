using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 28: a three-point stencil whose neighbours outside are zero.</summary>
public static partial class DiscreteBoundaryValue
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x)
    {
        int n = x.Length;
        double h = 1.0 / (n + 1), sum = 0;
        for (int i = 0; i < n; i++)
        {
            double left = i == 0 ? 0 : x[i - 1];
            double right = i == n - 1 ? 0 : x[i + 1];
            double cube = Math.Pow(x[i] + (i + 1) * h + 1, 3);
            double f = 2 * x[i] - left - right + h * h * cube / 2;
            sum += f * f;
        }

        return sum;
    }
}
