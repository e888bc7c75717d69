namespace HessianGen.Testing.Oracles;

/// <summary>
/// <see cref="Math"/>, and the static functions of <see cref="double"/>, on hyper-dual numbers: the same names, the same
/// values to the last bit, and the exact first and second derivatives.
/// </summary>
/// <remarks>
/// <para>Kinks follow the contract of the generated code: <c>abs′(0) = 0</c>, maximum and minimum take the first of two
/// equals, steps (<c>floor</c>, <c>round</c>, ...) have derivative zero.</para>
/// <para>Overloads on integers are not here: such calls stay with <see cref="Math"/>.</para>
/// </remarks>
public static partial class HyperDualMath
{
    /// <summary>One row: the function, its first and its second derivative, in terms of x and of its own result y.</summary>
    private const double RoundingError = 1e-15;

    [ThreadStatic]
    private static Random? noise;

    /// <summary>Rounds every function of one number a little differently, as another library of functions would: what then changes much is not stable enough to be compared.</summary>
    /// <param name="random">Chooses the rounding errors.</param>
    /// <param name="compute">What is computed so, on this thread.</param>
    public static T WithNoise<T>(Random random, Func<T> compute)
    {
        noise = random;
        try
        {
            return compute();
        }
        finally
        {
            noise = null;
        }
    }

    private static HyperDual Of(
        HyperDual x, Func<double, double> f, Func<double, double, double> dx, Func<double, double, double> dxx)
    {
        double y = f(x.Value);
        if (noise is not null) y *= 1 + RoundingError * (noise.NextDouble() - 0.5);
        return Chain.Unary(x, y, dx(x.Value, y), dxx(x.Value, y));
    }

    /// <summary>The derivatives of <paramref name="parts"/> under a value that another formula rounds better.</summary>
    private static HyperDual Valued(double value, HyperDual parts) =>
        new(value, parts.First, parts.Second, parts.Mixed);

    private static double Squared(double x) => x * x;
}
