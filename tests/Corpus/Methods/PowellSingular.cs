using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 13: an expression-bodied method of expression-bodied helpers; its Hessian is singular at the solution.</summary>
public static partial class PowellSingular
{
    [Differentiable(Every.Product)]
    public static double Value(ReadOnlySpan<double> x) =>
        Power(x[0] + 10 * x[1], 2) + 5 * Power(x[2] - x[3], 2) + Power(x[1] - 2 * x[2], 4) + 10 * Power(x[0] - x[3], exponent: 4);

    private static double Power(double x, int exponent) => exponent <= 0 ? 1 : exponent == 2 ? x * x : Square(Square(x));

    private static double Square(double x) => x * x;
}
