using System;
using HessianGen;

namespace Corpus;

/// <summary>Σ 100·(xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)²: neighbours coupled, so a tridiagonal Hessian. The loop makes no trip below two.</summary>
public static partial class RosenbrockChain
{
    [Differentiable(Every.Product)]
    public static double Value(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length - 1; i++)
        {
            double t = x[i + 1] - x[i] * x[i];
            double u = 1.0 - x[i];
            sum += 100.0 * t * t + u * u;
        }

        return sum;
    }
}
