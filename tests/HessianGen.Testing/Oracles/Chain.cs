namespace HessianGen.Testing.Oracles;

/// <summary>The chain rule to second order: what a function of one or two numbers does to their ε parts.</summary>
/// <remarks>
/// A part that is exactly zero stays zero whatever it is multiplied by: <c>√0</c> of a constant has no derivative,
/// although the slope of the root is infinite there.
/// </remarks>
internal static class Chain
{
    /// <summary><c>f(x)</c> from its value, <c>dx = f′(x)</c> and <c>dxx = f″(x)</c>.</summary>
    public static HyperDual Unary(HyperDual x, double value, double dx, double dxx) => new(
        value,
        Times(dx, x.First),
        Times(dx, x.Second),
        Times(dx, x.Mixed) + Times(dxx, x.First * x.Second));

    /// <summary><c>f(x, y)</c> from its value and its five partial derivatives.</summary>
    public static HyperDual Binary(
        HyperDual x, HyperDual y, double value, double dx, double dy, double dxx, double dxy, double dyy) => new(
        value,
        Times(dx, x.First) + Times(dy, y.First),
        Times(dx, x.Second) + Times(dy, y.Second),
        Times(dx, x.Mixed) + Times(dy, y.Mixed)
            + Times(dxx, x.First * x.Second)
            + Times(dxy, x.First * y.Second + x.Second * y.First)
            + Times(dyy, y.First * y.Second));

    private static double Times(double partial, double part) => part == 0 ? 0 : partial * part;
}
