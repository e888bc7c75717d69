namespace HessianGen.Optimization.Tests.Objectives;

/// <summary>Σᵢ 100·(xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)², any length from 2: the minimum 0 at (1, ..., 1). Allocates nothing.</summary>
internal readonly struct RosenbrockChain : IHessianVectorObjective, IHessianObjective
{
    public int? Dimension => null;

    public double Value(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i + 1 < x.Length; i++)
        {
            double t = x[i + 1] - x[i] * x[i];
            sum += 100 * t * t + (1 - x[i]) * (1 - x[i]);
        }
        return sum;
    }

    public double Gradient(ReadOnlySpan<double> x, Span<double> gradient)
    {
        gradient.Clear();
        for (int i = 0; i + 1 < x.Length; i++)
        {
            double t = x[i + 1] - x[i] * x[i];
            gradient[i] += -400 * x[i] * t - 2 * (1 - x[i]);
            gradient[i + 1] += 200 * t;
        }
        return Value(x);
    }

    public void HessianVectorProduct(ReadOnlySpan<double> x, ReadOnlySpan<double> direction, Span<double> product)
    {
        product.Clear();
        for (int i = 0; i + 1 < x.Length; i++)
        {
            product[i] += (1200 * x[i] * x[i] - 400 * x[i + 1] + 2) * direction[i] - 400 * x[i] * direction[i + 1];
            product[i + 1] += 200 * direction[i + 1] - 400 * x[i] * direction[i];
        }
    }

    public double Hessian(ReadOnlySpan<double> x, Span<double> gradient, Span<double> hessian)
    {
        int n = x.Length;
        hessian.Clear();
        for (int i = 0; i + 1 < n; i++)
        {
            hessian[i * n + i] += 1200 * x[i] * x[i] - 400 * x[i + 1] + 2;
            hessian[(i + 1) * n + i + 1] += 200;
            hessian[(i + 1) * n + i] = hessian[i * n + i + 1] = -400 * x[i];
        }
        return Gradient(x, gradient);
    }
}
