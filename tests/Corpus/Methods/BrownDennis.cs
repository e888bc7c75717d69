using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 16: fourth powers of a fit, with <c>foreach</c> over a table of instants.</summary>
public static partial class BrownDennis
{
    private static readonly double[] Instants = [0.2, 0.4, 0.6, 0.8, 1.0, 1.2, 1.4, 1.6, 1.8, 2.0, 2.2, 2.4, 2.6, 2.8, 3.0, 3.2, 3.4, 3.6, 3.8, 4.0];

    [Differentiable(Every.Product)]
    public static double Value(double x1, double x2, double x3, double x4)
    {
        double sum = 0;
        foreach (double t in Instants)
        {
            (double sin, double cos) = Math.SinCos(t);
            double line = x1 + t * x2 - Math.Exp(t), wave = x3 + x4 * sin - cos;
            double residual = line * line + wave * wave;
            sum += residual * residual;
        }

        return sum;
    }
}
