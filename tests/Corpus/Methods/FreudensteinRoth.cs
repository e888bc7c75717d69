using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 2, as expression bodies and local functions that capture a parameter.</summary>
public static partial class FreudensteinRoth
{
    [Differentiable(Every.Product)]
    public static double Value(double x1, double x2)
    {
        return Square(-13 + Residual(5, -1, -2)) + Square(-29 + Residual(1, 1, -14));

        double Residual(double second, double third, double first) => x1 + ((second + third * x2) * x2 + first) * x2;

        static double Square(double r) => r * r;
    }
}
