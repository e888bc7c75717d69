using System;
using HessianGen;
using static System.Math;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 6, with the functions of <see cref="System.Math"/> unqualified.</summary>
public static partial class JennrichSampson
{
    private const int Terms = 10;

    [Differentiable(Every.Product)]
    public static double Value(double x1, double x2)
    {
        double sum = 0;
        int i = 0;
        while (++i <= Terms)
        {
            sum += Pow(2 + 2 * i - (Exp(i * x1) + Exp(i * x2)), 2);
        }

        return sum;
    }
}
