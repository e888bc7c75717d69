namespace HessianGen.Testing.Oracles;

public static partial class HyperDualMath
{
    private static readonly double Ln2 = Math.Log(2);
    private static readonly double Ln10 = Math.Log(10);

    // x: argument   y: the function's own result
    //                                                       value               dy/dx                                  d²y/dx²
    public static HyperDual Exp(HyperDual x)      => Of(x, Math.Exp,      (x, y) => y,                        (x, y) => y);
    public static HyperDual Exp2(HyperDual x)     => Of(x, double.Exp2,   (x, y) => Ln2 * y,                  (x, y) => Ln2 * Ln2 * y);
    public static HyperDual Exp10(HyperDual x)    => Of(x, double.Exp10,  (x, y) => Ln10 * y,                 (x, y) => Ln10 * Ln10 * y);
    public static HyperDual ExpM1(HyperDual x)    => Of(x, double.ExpM1,  (x, y) => Math.Exp(x),              (x, y) => Math.Exp(x));
    public static HyperDual Exp2M1(HyperDual x)   => Of(x, double.Exp2M1, (x, y) => Ln2 * double.Exp2(x),     (x, y) => Ln2 * Ln2 * double.Exp2(x));
    public static HyperDual Exp10M1(HyperDual x)  => Of(x, double.Exp10M1, (x, y) => Ln10 * double.Exp10(x),  (x, y) => Ln10 * Ln10 * double.Exp10(x));
    public static HyperDual Log(HyperDual x)      => Of(x, Math.Log,      (x, y) => 1 / x,                    (x, y) => -1 / (x * x));
    public static HyperDual Log2(HyperDual x)     => Of(x, Math.Log2,     (x, y) => 1 / (x * Ln2),            (x, y) => -1 / (x * x * Ln2));
    public static HyperDual Log10(HyperDual x)    => Of(x, Math.Log10,    (x, y) => 1 / (x * Ln10),           (x, y) => -1 / (x * x * Ln10));
    public static HyperDual LogP1(HyperDual x)    => Of(x, double.LogP1,  (x, y) => 1 / (1 + x),              (x, y) => -1 / Squared(1 + x));
    public static HyperDual Log2P1(HyperDual x)   => Of(x, double.Log2P1, (x, y) => 1 / ((1 + x) * Ln2),      (x, y) => -1 / (Squared(1 + x) * Ln2));
    public static HyperDual Log10P1(HyperDual x)  => Of(x, double.Log10P1, (x, y) => 1 / ((1 + x) * Ln10),    (x, y) => -1 / (Squared(1 + x) * Ln10));
    public static HyperDual Sqrt(HyperDual x)     => Of(x, Math.Sqrt,     (x, y) => 0.5 / y,                  (x, y) => -0.25 / (x * y));
    public static HyperDual Cbrt(HyperDual x)     => Of(x, Math.Cbrt,     (x, y) => 1 / (3 * y * y),          (x, y) => -2 / (9 * x * y * y));
    public static HyperDual Sinh(HyperDual x)     => Of(x, Math.Sinh,     (x, y) => Math.Cosh(x),             (x, y) => y);
    public static HyperDual Cosh(HyperDual x)     => Of(x, Math.Cosh,     (x, y) => Math.Sinh(x),             (x, y) => y);
    public static HyperDual Tanh(HyperDual x)     => Of(x, Math.Tanh,     (x, y) => 1 / Squared(Math.Cosh(x)), (x, y) => -2 * y / Squared(Math.Cosh(x)));
    public static HyperDual Asinh(HyperDual x)    => Of(x, Math.Asinh,    (x, y) => 1 / Math.Sqrt(1 + x * x), (x, y) => -x / Math.Pow(1 + x * x, 1.5));
    public static HyperDual Acosh(HyperDual x)    => Of(x, Math.Acosh,    (x, y) => 1 / Math.Sqrt((x - 1) * (x + 1)), (x, y) => -x / Math.Pow((x - 1) * (x + 1), 1.5));
    public static HyperDual Atanh(HyperDual x)    => Of(x, Math.Atanh,    (x, y) => 1 / ((1 - x) * (1 + x)),  (x, y) => 2 * x / Squared((1 - x) * (1 + x)));

    public static HyperDual ReciprocalEstimate(HyperDual x) =>
        Of(x, Math.ReciprocalEstimate, (x, y) => -1 / (x * x), (x, y) => 2 / (x * x * x));

    public static HyperDual ReciprocalSqrtEstimate(HyperDual x) =>
        Of(x, Math.ReciprocalSqrtEstimate, (x, y) => -0.5 / (x * Math.Sqrt(x)), (x, y) => 0.75 / (x * x * Math.Sqrt(x)));

    public static HyperDual Log(HyperDual x, HyperDual newBase) =>
        Valued(Math.Log(x.Value, newBase.Value), Log(x) / Log(newBase));

    public static HyperDual RootN(HyperDual x, int n) =>
        Of(x, x => double.RootN(x, n), (x, y) => y / (n * x), (x, y) => y * (1.0 - n) / ((double)n * n * x * x));

    public static HyperDual ScaleB(HyperDual x, int n) =>
        Of(x, x => Math.ScaleB(x, n), (x, y) => Math.ScaleB(1, n), (x, y) => 0);

    /// <summary><c>xᵖ</c>. With a constant exponent the formulas are those of a product, so that 0² has the second derivative 2
    /// and a negative base is fine; with a variable one, those of <c>exp(p·ln x)</c>.</summary>
    public static HyperDual Pow(HyperDual x, HyperDual p)
    {
        double a = x.Value, b = p.Value;
        double value = Math.Pow(a, b);
        double dx = Falling(b, 1, a);
        double dxx = Falling(b, 2, a);
        if (p.IsConstant)
        {
            return Chain.Unary(x, value, dx, dxx);
        }

        // At x = 0 the limits for p > 0: xᵖ·ln x and xᵖ·ln² x go to zero.
        double ln = Math.Log(a);
        bool vanishing = a == 0 && b > 0;
        return Chain.Binary(
            x, p, value,
            dx, dy: vanishing ? 0 : value * ln,
            dxx, dxy: vanishing && b > 1 ? 0 : Math.Pow(a, b - 1) * (1 + b * ln), dyy: vanishing ? 0 : value * ln * ln);
    }

    /// <summary><c>p·(p−1)·...·xᵖ⁻ᵒʳᵈᵉʳ</c>, zero where a factor is, whatever the power would be.</summary>
    private static double Falling(double p, int order, double x)
    {
        double factor = order == 1 ? p : p * (p - 1);
        return factor == 0 ? 0 : factor * Math.Pow(x, p - order);
    }
}
