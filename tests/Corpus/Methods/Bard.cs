using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 8, with its measurements in a static array.</summary>
public static partial class Bard
{
    private static readonly double[] Measured = [0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39];

    [Differentiable(Every.Product)]
    public static double Value(double x1, double x2, double x3)
    {
        double sum = 0;
        for (int i = 0; i < Measured.Length; i++)
        {
            int u = i + 1, v = 15 - i, w = Math.Min(u, v);
            double residual = Measured[i] - (x1 + u / (v * x2 + w * x3));
            sum += residual * residual;
        }

        return sum;
    }
}
