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
    private static HyperDual Of(
        HyperDual x, Func<double, double> f, Func<double, double, double> dx, Func<double, double, double> dxx)
    {
        double y = f(x.Value);
        return Chain.Unary(x, y, dx(x.Value, y), dxx(x.Value, y));
    }

    /// <summary>The derivatives of <paramref name="parts"/> under a value that another formula rounds better.</summary>
    private static HyperDual Valued(double value, HyperDual parts) =>
        new(value, parts.First, parts.Second, parts.Mixed);

    private static double Squared(double x) => x * x;
}
