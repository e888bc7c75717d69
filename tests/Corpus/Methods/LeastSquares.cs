using System;
using HessianGen;

namespace Corpus;

/// <summary>½·|A·x − b|², with the dot product in a helper: the Hessian does not depend on the point.</summary>
public static partial class LeastSquares
{
    [Differentiable(Every.Product)]
    public static double HalfSquare([Variable] ReadOnlySpan<double> x, ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int row = 0; row < b.Length; row++)
        {
            double residual = Dot(a.Slice(row * x.Length, x.Length), x) - b[row];
            sum += residual * residual;
        }

        return 0.5 * sum;
    }

    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
