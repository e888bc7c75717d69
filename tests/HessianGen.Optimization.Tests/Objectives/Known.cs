namespace HessianGen.Optimization.Tests.Objectives;

/// <summary>Objectives whose stationary points are known.</summary>
internal static class Known
{
    /// <summary>½·xᵀAx − bᵀx, A symmetric.</summary>
    public static FunctionObjective Quadratic(double[,] a, double[] b) => new(
        b.Length,
        x => Sum(b.Length, i => x[i] * (0.5 * Sum(b.Length, j => a[i, j] * x[j]) - b[i])),
        x => [.. Enumerable.Range(0, b.Length).Select(i => Sum(b.Length, j => a[i, j] * x[j]) - b[i])],
        x => a);

    /// <summary>x² + (y² − 1)²: a saddle point at 0, minima at (0, ±1) of value 0.</summary>
    public static FunctionObjective Saddle() => new(
        2,
        p => p[0] * p[0] + Math.Pow(p[1] * p[1] - 1, 2),
        p => [2 * p[0], 4 * p[1] * (p[1] * p[1] - 1)],
        p => new[,] { { 2, 0 }, { 0, 12 * p[1] * p[1] - 4 } });

    /// <summary>(x + y − 2)⁴ + (x − y)²: the Hessian is singular at the minimum (1, 1) of value 0.</summary>
    public static FunctionObjective SingularMinimum() => new(
        2,
        p => Math.Pow(p[0] + p[1] - 2, 4) + Math.Pow(p[0] - p[1], 2),
        p =>
        {
            double s = 4 * Math.Pow(p[0] + p[1] - 2, 3), d = 2 * (p[0] - p[1]);
            return [s + d, s - d];
        },
        p =>
        {
            double s = 12 * Math.Pow(p[0] + p[1] - 2, 2);
            return new[,] { { s + 2, s - 2 }, { s - 2, s + 2 } };
        });

    /// <summary>Σ cᵢ·xᵢ, which has no minimum.</summary>
    public static FunctionObjective Linear(params double[] c) => new(c.Length, x => Sum(c.Length, i => c[i] * x[i]), _ => c, _ => new double[c.Length, c.Length]);

    /// <summary>x − ln x: the minimum 1 at x = 1, NaN for x &lt; 0.</summary>
    public static FunctionObjective Barrier() => new(1, x => x[0] - Math.Log(x[0]), x => [1 - 1 / x[0]], x => new[,] { { 1 / (x[0] * x[0]) } });

    /// <summary>Finite at 0, NaN everywhere else.</summary>
    public static FunctionObjective NaNAround() => new(
        2, x => x[0] == 0 && x[1] == 0 ? 1 : double.NaN, x => [1, 1], x => new double[,] { { 1, 0 }, { 0, 1 } });

    private static double Sum(int n, Func<int, double> term) => Enumerable.Range(0, n).Sum(term);
}
