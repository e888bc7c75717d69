namespace HessianGen.Testing.Oracles;

public static partial class HyperDualMath
{
    private const double Pi = Math.PI;

    // x: argument   y: the function's own result
    //                                                    value              dy/dx                                        d²y/dx²
    public static HyperDual Sin(HyperDual x)    => Of(x, Math.Sin,      (x, y) => Math.Cos(x),                    (x, y) => -y);
    public static HyperDual Cos(HyperDual x)    => Of(x, Math.Cos,      (x, y) => -Math.Sin(x),                   (x, y) => -y);
    public static HyperDual Tan(HyperDual x)    => Of(x, Math.Tan,      (x, y) => 1 + y * y,                      (x, y) => 2 * y * (1 + y * y));
    public static HyperDual Asin(HyperDual x)   => Of(x, Math.Asin,     (x, y) => ArcSlope(x),                    (x, y) => x * Math.Pow(ArcSlope(x), 3));
    public static HyperDual Acos(HyperDual x)   => Of(x, Math.Acos,     (x, y) => -ArcSlope(x),                   (x, y) => -x * Math.Pow(ArcSlope(x), 3));
    public static HyperDual Atan(HyperDual x)   => Of(x, Math.Atan,     (x, y) => 1 / (1 + x * x),                (x, y) => -2 * x / Squared(1 + x * x));
    public static HyperDual SinPi(HyperDual x)  => Of(x, double.SinPi,  (x, y) => Pi * double.CosPi(x),           (x, y) => -Pi * Pi * y);
    public static HyperDual CosPi(HyperDual x)  => Of(x, double.CosPi,  (x, y) => -Pi * double.SinPi(x),          (x, y) => -Pi * Pi * y);
    public static HyperDual TanPi(HyperDual x)  => Of(x, double.TanPi,  (x, y) => Pi * (1 + y * y),               (x, y) => 2 * Pi * Pi * y * (1 + y * y));
    public static HyperDual AsinPi(HyperDual x) => Of(x, double.AsinPi, (x, y) => ArcSlope(x) / Pi,               (x, y) => x * Math.Pow(ArcSlope(x), 3) / Pi);
    public static HyperDual AcosPi(HyperDual x) => Of(x, double.AcosPi, (x, y) => -ArcSlope(x) / Pi,              (x, y) => -x * Math.Pow(ArcSlope(x), 3) / Pi);
    public static HyperDual AtanPi(HyperDual x) => Of(x, double.AtanPi, (x, y) => 1 / (Pi * (1 + x * x)),         (x, y) => -2 * x / (Pi * Squared(1 + x * x)));

    public static HyperDual DegreesToRadians(HyperDual x) =>
        Of(x, double.DegreesToRadians, (x, y) => Pi / 180, (x, y) => 0);

    public static HyperDual RadiansToDegrees(HyperDual x) =>
        Of(x, double.RadiansToDegrees, (x, y) => 180 / Pi, (x, y) => 0);

    public static (HyperDual Sin, HyperDual Cos) SinCos(HyperDual x)
    {
        (double sin, double cos) = Math.SinCos(x.Value);
        return (Valued(sin, Sin(x)), Valued(cos, Cos(x)));
    }

    public static (HyperDual SinPi, HyperDual CosPi) SinCosPi(HyperDual x)
    {
        (double sin, double cos) = double.SinCosPi(x.Value);
        return (Valued(sin, SinPi(x)), Valued(cos, CosPi(x)));
    }

    public static HyperDual Atan2(HyperDual y, HyperDual x) => Angle(y, x, Math.Atan2(y.Value, x.Value), unit: 1);

    public static HyperDual Atan2Pi(HyperDual y, HyperDual x) =>
        Angle(y, x, double.Atan2Pi(y.Value, x.Value), unit: 1 / Pi);

    private static HyperDual Angle(HyperDual y, HyperDual x, double value, double unit)
    {
        double a = y.Value, b = x.Value, square = a * a + b * b;
        double twist = 2 * a * b / (square * square);
        return Chain.Binary(
            y, x, value,
            dx: unit * b / square, dy: -unit * a / square,
            dxx: -unit * twist, dxy: unit * (a * a - b * b) / (square * square), dyy: unit * twist);
    }

    /// <summary>The length of (x, y). At the origin, which is a kink, all derivatives are zero.</summary>
    public static HyperDual Hypot(HyperDual x, HyperDual y)
    {
        double a = x.Value, b = y.Value, h = double.Hypot(a, b);
        if (h == 0)
        {
            return h;
        }

        double cos = a / h, sin = b / h;
        return Chain.Binary(x, y, h, dx: cos, dy: sin, dxx: sin * sin / h, dxy: -cos * sin / h, dyy: cos * cos / h);
    }

    private static double ArcSlope(double x) => 1 / Math.Sqrt((1 - x) * (1 + x));
}
