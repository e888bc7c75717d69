namespace HessianGen.Benchmarks.Compare.Scalar;

/// <summary>The derivatives of W1 as plain loops.</summary>
internal static class ScalarRosenbrock
{
    public static double Gradient(ReadOnlySpan<double> x, Span<double> gradient)
    {
        double sum = 0;
        gradient.Clear();
        for (int i = 0; i < x.Length - 1; i++)
        {
            double t = x[i + 1] - x[i] * x[i], u = 1 - x[i];
            sum += 100 * t * t + u * u;
            gradient[i] -= 400 * x[i] * t + 2 * u;
            gradient[i + 1] = 200 * t;
        }

        return sum;
    }

    public static double Product(ReadOnlySpan<double> x, ReadOnlySpan<double> direction, Span<double> product)
    {
        product.Clear();
        for (int i = 0; i < x.Length - 1; i++)
        {
            product[i] += (1200 * x[i] * x[i] - 400 * x[i + 1] + 2) * direction[i] - 400 * x[i] * direction[i + 1];
            product[i + 1] = 200 * direction[i + 1] - 400 * x[i] * direction[i];
        }

        return 0;
    }
}
