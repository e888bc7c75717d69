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
    [ThreadStatic]
    private static Noise? noise;

    /// <summary>Rounds every number a little differently, as another library or a narrower type would: what then changes much is not stable enough to be compared.</summary>
    /// <param name="errors">The rounding errors.</param>
    /// <param name="compute">What is computed so, on this thread.</param>
    public static T With<T>(Noise errors, Func<T> compute)
    {
        noise = errors;
        try
        {
            return compute();
        }
        finally
        {
            noise = null;
        }
    }

    /// <summary>The value of an arithmetic operation, as <see cref="With"/> rounds it.</summary>
    internal static double Rounded(double value) => noise is null ? value : noise.OfArithmetic(value);

    /// <summary>One row: the function, its first and its second derivative, in terms of x and of its own result y.</summary>
    private static HyperDual Of(
        HyperDual x, Func<double, double> f, Func<double, double, double> dx, Func<double, double, double> dxx)
    {
        double y = f(x.Value);
        double first = dx(x.Value, y), second = dxx(x.Value, y);
        return noise is null ? Chain.Unary(x, y, first, second) : Chain.Unary(x, noise.OfFunction(y), noise.OfDerivative(first), noise.OfDerivative(second));
    }

    /// <summary>The derivatives of <paramref name="parts"/> under a value that another formula rounds better.</summary>
    private static HyperDual Valued(double value, HyperDual parts) =>
        new(value, parts.First, parts.Second, parts.Mixed);

    private static double Squared(double x) => x * x;
}
