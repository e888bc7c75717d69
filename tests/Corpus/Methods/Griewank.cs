using System;
using HessianGen;

namespace Corpus;

/// <summary>Griewank's function (1981): a sum and a product of all variables in one loop.</summary>
public static partial class Griewank
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x)
    {
        var (sum, product) = (0.0, 1.0);
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * x[i] / 4000;
            product *= Math.Cos(x[i] / Math.Sqrt(i + 1));
        }

        return 1 + sum - product;
    }
}
