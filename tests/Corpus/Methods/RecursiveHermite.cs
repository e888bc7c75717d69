using System;
using HessianGen;

namespace Corpus;

/// <summary>A Hermite polynomial by its three-term recursion as two recursive calls.</summary>
public static partial class RecursiveHermite
{
    [Differentiable(Every.Product, RecursionDepth = 5)]
    public static double Value([Variable] double x, int degree) => Hermite(x, degree) * Math.Exp(-x * x / 2);

    private static double Hermite(double x, int n) => n switch
    {
        0 => 1,
        1 => 2 * x,
        _ => 2 * x * Hermite(x, n - 1) - 2 * (n - 1) * Hermite(x, n - 2),
    };
}
