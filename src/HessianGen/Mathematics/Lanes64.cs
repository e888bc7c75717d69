using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.BitConverter;

namespace HessianGen.Mathematics;

/// <summary>One lane: the scalar functions and the tails of loops.</summary>
internal readonly struct Lanes64 : ILanes<double>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    [MethodImpl(Inline)] public static double Create(double value) => value;
    [MethodImpl(Inline)] public static double Add(double a, double b) => a + b;
    [MethodImpl(Inline)] public static double Sub(double a, double b) => a - b;
    [MethodImpl(Inline)] public static double Mul(double a, double b) => a * b;
    [MethodImpl(Inline)] public static double Div(double a, double b) => a / b;
    [MethodImpl(Inline)] public static double Sqrt(double a) => Math.Sqrt(a);
    [MethodImpl(Inline)] public static double Fma(double a, double b, double c) => Math.FusedMultiplyAdd(a, b, c);
    [MethodImpl(Inline)] public static double Fnma(double a, double b, double c) => Math.FusedMultiplyAdd(-a, b, c);
    [MethodImpl(Inline)] public static double Fms(double a, double b, double c) => Math.FusedMultiplyAdd(a, b, -c);
    [MethodImpl(Inline)] public static double Abs(double a) => Math.Abs(a);
    [MethodImpl(Inline)] public static double CopySign(double magnitude, double sign) => Math.CopySign(magnitude, sign);
    [MethodImpl(Inline)] public static double AtLeast(double a, double bound) => a < bound ? bound : a;
    [MethodImpl(Inline)] public static double AtMost(double a, double bound) => a > bound ? bound : a;
    [MethodImpl(Inline)] public static double Less(double a, double b) => Mask(a < b);
    [MethodImpl(Inline)] public static double Equal(double a, double b) => Mask(a == b);
    [MethodImpl(Inline)] public static double And(double a, double b) => FromBits(ToBits(a) & ToBits(b));
    [MethodImpl(Inline)] public static double Or(double a, double b) => FromBits(ToBits(a) | ToBits(b));
    [MethodImpl(Inline)] public static double Xor(double a, double b) => FromBits(ToBits(a) ^ ToBits(b));
    [MethodImpl(Inline)] public static double ShiftLeft(double bits, int count) => FromBits(ToBits(bits) << count);
    [MethodImpl(Inline)] public static double Select(double mask, double a, double b) => ToBits(mask) != 0 ? a : b;
    [MethodImpl(Inline)] public static bool AllNumbers(double a) => !double.IsNaN(a);
    [MethodImpl(Inline)] public static bool AnyGreater(double a, double bound) => a > bound;

    [MethodImpl(Inline)]
    public static double Scale(double a, double n) =>
        Avx512F.IsSupported ? Avx512F.ScaleScalar(Low(a), Low(n)).ToScalar() : ScaleByBits(a, n);

    [MethodImpl(Inline)]
    public static double Mantissa(double x) =>
        Avx512F.IsSupported ? Avx512F.GetMantissaScalar(Low(x), Bits.NearOneAndNaNBelowZero).ToScalar() : MantissaByBits(x);

    [MethodImpl(Inline)]
    public static double Exponent(double x, double mantissa) =>
        Avx512F.IsSupported ? Avx512F.GetExponentScalar(Low(x)).ToScalar() - Avx512F.GetExponentScalar(Low(mantissa)).ToScalar() : ExponentByBits(x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Map<TFunction>(double x) where TFunction : IScalarFunction => TFunction.Invoke(x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Map<TFunction>(double x, double y) where TFunction : IScalarFunction2 => TFunction.Invoke(x, y);

    [MethodImpl(Inline)]
    private static Vector128<double> Low(double value) => Vector128.CreateScalarUnsafe(value);

    [MethodImpl(Inline)]
    private static double ScaleByBits(double a, double n)
    {
        long biased = ToBits(n + (Bits.Integral + 2 * Bits.Bias)) & 0xFFF;
        long half = biased >>> 1;
        return a * FromBits(half << Bits.Mantissa) * FromBits((biased - half) << Bits.Mantissa);
    }

    [MethodImpl(Inline)]
    private static double MantissaByBits(double x)
    {
        if (x == 0 || x == double.PositiveInfinity) return 1;
        if (!(x > 0)) return double.NaN;
        return FromBits((Offset(x) & Bits.MantissaMask) + Bits.ThreeQuarters);
    }

    [MethodImpl(Inline)]
    private static double ExponentByBits(double x)
    {
        x = Math.Abs(x);
        if (x == 0) return double.NegativeInfinity;
        if (x == double.PositiveInfinity) return x;
        double exponent = FromBits((Offset(x) >>> Bits.Mantissa) | Bits.TwoToThe52) - Bits.ExponentOffset;
        return x < Bits.SmallestNormal ? exponent - 54 : exponent;
    }

    /// <summary>The conversion to double, without the dependency on the target register that the scalar instruction has.</summary>
    [MethodImpl(Inline)]
    public static double Widen(float x) => Vector128.WidenLower(Vector128.CreateScalar(x)).ToScalar();

    // The bits of x relative to those of ¾: the exponent field counts the powers of two in [¾, 3/2)·2ⁿ.
    [MethodImpl(Inline)]
    private static long Offset(double x) =>
        ToBits(x < Bits.SmallestNormal ? x * Bits.TwoToThe54 : x) + (Bits.One - Bits.ThreeQuarters);

    [MethodImpl(Inline)]
    private static double Mask(bool set) => FromBits(set ? -1 : 0);

    [MethodImpl(Inline)]
    private static long ToBits(double x) => DoubleToInt64Bits(x);

    [MethodImpl(Inline)]
    private static double FromBits(long bits) => Int64BitsToDouble(bits);
}
