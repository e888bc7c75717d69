using System;
using HessianGen;

namespace Corpus;

/// <summary>The arithmetic-geometric mean by a <c>do</c> loop; at equal arguments the loop runs once.</summary>
public static partial class ArithmeticGeometricMean
{
    [Differentiable(Every.Product)]
    public static double Mean(double a, double b)
    {
        int rounds = 0;
        do
        {
            (a, b) = ((a + b) / 2, Math.Sqrt(a * b));
            rounds++;
        }
        while (Math.Abs(a - b) > 1e-15 && rounds < 20);
        return a;
    }
}
