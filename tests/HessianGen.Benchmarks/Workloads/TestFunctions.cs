namespace HessianGen.Benchmarks.Workloads;

/// <summary>W2: small test functions of optimisation.</summary>
public static partial class TestFunctions
{
    /// <summary>Wood's function of four variables.</summary>
    [Differentiable(Derivatives.Hessian)]
    public static double Wood(ReadOnlySpan<double> x)
    {
        double a = x[1] - x[0] * x[0], b = 1 - x[0], c = x[3] - x[2] * x[2], d = 1 - x[2], e = x[1] - 1, f = x[3] - 1;
        return 100 * a * a + b * b + 90 * c * c + d * d + 10.1 * (e * e + f * f) + 19.8 * e * f;
    }

    /// <summary>Beale's function of two variables.</summary>
    [Differentiable(Derivatives.Hessian)]
    public static double Beale(ReadOnlySpan<double> x)
    {
        double y = x[1], a = 1.5 - x[0] * (1 - y), b = 2.25 - x[0] * (1 - y * y), c = 2.625 - x[0] * (1 - y * y * y);
        return a * a + b * b + c * c;
    }

    /// <summary>The helical valley of Fletcher and Powell, where the first variable is positive.</summary>
    [Differentiable(Derivatives.Hessian)]
    public static double HelicalValley(ReadOnlySpan<double> x)
    {
        double angle = Math.Atan(x[1] / x[0]) / (2 * Math.PI), radius = Math.Sqrt(x[0] * x[0] + x[1] * x[1]);
        double a = x[2] - 10 * angle, b = radius - 1;
        return 100 * (a * a + b * b) + x[2] * x[2];
    }

    /// <summary>A ring of six variables, each with its neighbours under sine, exponential and cosine.</summary>
    [Differentiable(Derivatives.Hessian)]
    public static double Waves(ReadOnlySpan<double> x)
    {
        double sum = Math.Exp(Math.Sin(x[0] * x[5]));
        for (int i = 0; i < 5; i++) sum += Math.Sin(x[i] * x[i + 1]) * Math.Exp(-0.1 * x[i] * x[i]) + Math.Cos(x[i] + 2 * x[i + 1]);
        return sum;
    }
}
