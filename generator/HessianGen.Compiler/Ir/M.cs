namespace HessianGen.Compiler.Ir;

/// <summary>Reference meanings over doubles: <c>System.Math</c>, and what netstandard2.0 lacks of it.</summary>
/// <remarks>Only the interpreter evaluates these. The generator never does: its host must not decide last bits.</remarks>
internal static class M
{
    public static double Exp(double x) => Math.Exp(x);
    public static double Log(double x) => Math.Log(x);
    public static double Log10(double x) => Math.Log10(x);
    public static double Sqrt(double x) => Math.Sqrt(x);
    public static double Sin(double x) => Math.Sin(x);
    public static double Cos(double x) => Math.Cos(x);
    public static double Tan(double x) => Math.Tan(x);
    public static double Asin(double x) => Math.Asin(x);
    public static double Acos(double x) => Math.Acos(x);
    public static double Atan(double x) => Math.Atan(x);
    public static double Sinh(double x) => Math.Sinh(x);
    public static double Cosh(double x) => Math.Cosh(x);
    public static double Tanh(double x) => Math.Tanh(x);
    public static double Pow(double x, double y) => Math.Pow(x, y);
    public static double Atan2(double y, double x) => Math.Atan2(y, x);
    public static double Abs(double x) => Math.Abs(x);
    public static double Max(double x, double y) => Math.Max(x, y);
    public static double Min(double x, double y) => Math.Min(x, y);
    public static double Floor(double x) => Math.Floor(x);
    public static double Ceiling(double x) => Math.Ceiling(x);
    public static double Truncate(double x) => Math.Truncate(x);
    public static double Round(double x) => Math.Round(x);

#if NETSTANDARD2_0
    public static double Exp2(double x) => Math.Pow(2, x);
    public static double Exp10(double x) => Math.Pow(10, x);
    public static double Hypot(double x, double y) => Math.Sqrt(x * x + y * y);
    public static double Log2(double x) => Math.Log(x, 2);
    public static double Cbrt(double x) => x < 0 ? -Math.Pow(-x, 1.0 / 3) : Math.Pow(x, 1.0 / 3);
    public static double Asinh(double x) => x < 0 ? -Asinh(-x) : Math.Log(x + Math.Sqrt(x * x + 1));
    public static double Acosh(double x) => Math.Log(x + Math.Sqrt(x * x - 1));
    public static double Atanh(double x) => 0.5 * Math.Log((1 + x) / (1 - x));
    public static double FusedMultiplyAdd(double x, double y, double z) => x * y + z;
    public static double CopySign(double x, double sign) => BitConverter.DoubleToInt64Bits(sign) < 0 ? -Math.Abs(x) : Math.Abs(x);
#else
    public static double Exp2(double x) => double.Exp2(x);
    public static double Exp10(double x) => double.Exp10(x);
    public static double Hypot(double x, double y) => double.Hypot(x, y);
    public static double Log2(double x) => Math.Log2(x);
    public static double Cbrt(double x) => Math.Cbrt(x);
    public static double Asinh(double x) => Math.Asinh(x);
    public static double Acosh(double x) => Math.Acosh(x);
    public static double Atanh(double x) => Math.Atanh(x);
    public static double FusedMultiplyAdd(double x, double y, double z) => Math.FusedMultiplyAdd(x, y, z);
    public static double CopySign(double x, double sign) => Math.CopySign(x, sign);
#endif
}
