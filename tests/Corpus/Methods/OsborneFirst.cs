using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 17: two exponentials and a level.</summary>
public static partial class OsborneFirst
{
    private static readonly double[] Y =
    [
        0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.850, 0.818, 0.784, 0.751,
        0.718, 0.685, 0.658, 0.628, 0.603, 0.580, 0.558, 0.538, 0.522, 0.506, 0.490,
        0.478, 0.467, 0.457, 0.448, 0.438, 0.431, 0.424, 0.420, 0.414, 0.411, 0.406,
    ];

    [Differentiable(Every.Product)]
    public static double Value(double x1, double x2, double x3, double x4, double x5)
    {
        double sum = 0;
        for (int t = 0; t < 10 * Y.Length; t += 10)
        {
            double residual = Y[t / 10] - (x1 + x2 * Math.Exp(-t * x4) + x3 * Math.Exp(-t * x5));
            sum += residual * residual;
        }

        return sum;
    }
}
