using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 11: a variable in the exponent, and terms in a loop that counts down.</summary>
public static partial class GulfResearch
{
    [Differentiable(Every.Product)]
    public static double Value(double x1, double x2, double x3, int terms)
    {
        double sum = 0;
        for (int i = terms; i-- > 0;)
        {
            double t = (i + 1) / 100.0;
            double y = 25 + Math.Pow(-50 * Math.Log(t), 2.0 / 3);
            double residual = Math.Exp(-Math.Pow(Math.Abs(y - x2), x3) / x1) - t;
            sum += residual * residual;
        }

        return sum;
    }
}
