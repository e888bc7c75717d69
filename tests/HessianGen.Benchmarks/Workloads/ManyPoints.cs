namespace HessianGen.Benchmarks.Workloads;

/// <summary>W2 at many points: small test functions of optimisation, the points side by side.</summary>
public static partial class ManyPoints
{
    /// <summary>Wood's function.</summary>
    [Differentiable(Derivatives.Hessian | Derivatives.Batch)]
    public static double Wood(double w, double x, double y, double z)
    {
        double a = x - w * w, b = 1 - w, c = z - y * y, d = 1 - y, e = x - 1, f = z - 1;
        return 100 * a * a + b * b + 90 * c * c + d * d + 10.1 * (e * e + f * f) + 19.8 * e * f;
    }

    /// <summary>Beale's function.</summary>
    [Differentiable(Derivatives.Hessian | Derivatives.Batch)]
    public static double Beale(double x, double y)
    {
        double a = 1.5 - x * (1 - y), b = 2.25 - x * (1 - y * y), c = 2.625 - x * (1 - y * y * y);
        return a * a + b * b + c * c;
    }

    /// <summary>The helical valley of Fletcher and Powell, where x is positive.</summary>
    [Differentiable(Derivatives.Hessian | Derivatives.Batch)]
    public static double HelicalValley(double x, double y, double z)
    {
        double angle = Math.Atan(y / x) * (1 / (2 * Math.PI)), radius = Math.Sqrt(x * x + y * y);
        double a = z - 10 * angle, b = radius - 1;
        return 100 * (a * a + b * b) + z * z;
    }

    /// <summary>A ring of six variables, each with its neighbours under sine, exponential and cosine.</summary>
    [Differentiable(Derivatives.Hessian | Derivatives.Batch)]
    public static double Waves(ReadOnlySpan<double> x)
    {
        double sum = Math.Exp(Math.Sin(x[0] * x[5]));
        for (int i = 0; i < 5; i++) sum += Math.Sin(x[i] * x[i + 1]) * Math.Exp(-0.1 * x[i] * x[i]) + Math.Cos(x[i] + 2 * x[i + 1]);
        return sum;
    }
}
