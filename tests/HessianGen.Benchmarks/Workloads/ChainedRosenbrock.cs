namespace HessianGen.Benchmarks.Workloads;

/// <summary>W1: Σ 100·(xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)², a stream of neighbours.</summary>
public static partial class ChainedRosenbrock
{
    [Differentiable(Derivatives.Value | Derivatives.Gradient | Derivatives.HessianVectorProduct | Derivatives.Hessian | Derivatives.SparseHessian)]
    public static double Sum(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length - 1; i++)
        {
            double t = x[i + 1] - x[i] * x[i], u = 1 - x[i];
            sum += 100 * t * t + u * u;
        }

        return sum;
    }
}
