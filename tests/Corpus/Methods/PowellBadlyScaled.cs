using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 3: two residuals four orders of magnitude apart.</summary>
public static partial class PowellBadlyScaled
{
    [Differentiable(Every.Product)]
    public static double Value(double x1, double x2) => Square(1e4 * x1 * x2 - 1) + Square(Math.Exp(-x1) + Math.Exp(-x2) - 1.0001);

    private static double Square(double residual) => residual * residual;
}
