using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace HessianGen.Mathematics;

/// <summary>4 lanes.</summary>
internal readonly struct Lanes256 : ILanes<Vector256<double>>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    [MethodImpl(Inline)] public static Vector256<double> Create(double value) => Vector256.Create(value);
    [MethodImpl(Inline)] public static Vector256<double> Add(Vector256<double> a, Vector256<double> b) => a + b;
    [MethodImpl(Inline)] public static Vector256<double> Add(Vector256<double> a, double b) => a + Vector256.Create(b);
    [MethodImpl(Inline)] public static Vector256<double> Sub(Vector256<double> a, Vector256<double> b) => a - b;
    [MethodImpl(Inline)] public static Vector256<double> Sub(double a, Vector256<double> b) => Vector256.Create(a) - b;
    [MethodImpl(Inline)] public static Vector256<double> Mul(Vector256<double> a, Vector256<double> b) => a * b;
    [MethodImpl(Inline)] public static Vector256<double> Mul(Vector256<double> a, double b) => a * Vector256.Create(b);
    [MethodImpl(Inline)] public static Vector256<double> Div(Vector256<double> a, Vector256<double> b) => a / b;
    [MethodImpl(Inline)] public static Vector256<double> Sqrt(Vector256<double> a) => Vector256.Sqrt(a);
    [MethodImpl(Inline)] public static Vector256<double> Fma(Vector256<double> a, Vector256<double> b, Vector256<double> c) => Vector256.FusedMultiplyAdd(a, b, c);
    [MethodImpl(Inline)] public static Vector256<double> Fma(Vector256<double> a, Vector256<double> b, double c) => Vector256.FusedMultiplyAdd(a, b, Vector256.Create(c));
    [MethodImpl(Inline)] public static Vector256<double> Fma(Vector256<double> a, double b, Vector256<double> c) => Vector256.FusedMultiplyAdd(a, Vector256.Create(b), c);
    [MethodImpl(Inline)] public static Vector256<double> Fma(Vector256<double> a, double b, double c) => Vector256.FusedMultiplyAdd(a, Vector256.Create(b), Vector256.Create(c));
    [MethodImpl(Inline)] public static Vector256<double> Fnma(Vector256<double> a, Vector256<double> b, Vector256<double> c) => Vector256.FusedMultiplyAdd(-a, b, c);
    [MethodImpl(Inline)] public static Vector256<double> Fms(Vector256<double> a, Vector256<double> b, Vector256<double> c) => Vector256.FusedMultiplyAdd(a, b, -c);
    [MethodImpl(Inline)] public static Vector256<double> Abs(Vector256<double> a) => Vector256.Abs(a);
    [MethodImpl(Inline)] public static Vector256<double> CopySign(Vector256<double> magnitude, Vector256<double> sign) => Vector256.CopySign(magnitude, sign);
    [MethodImpl(Inline)] public static Vector256<double> AtLeast(Vector256<double> a, double bound) => Vector256.MaxNative(Vector256.Create(bound), a);
    [MethodImpl(Inline)] public static Vector256<double> AtMost(Vector256<double> a, double bound) => Vector256.MinNative(Vector256.Create(bound), a);
    [MethodImpl(Inline)] public static Vector256<double> Less(Vector256<double> a, Vector256<double> b) => Vector256.LessThan(a, b);
    [MethodImpl(Inline)] public static Vector256<double> Less(Vector256<double> a, double b) => Vector256.LessThan(a, Vector256.Create(b));
    [MethodImpl(Inline)] public static Vector256<double> Equal(Vector256<double> a, double b) => Vector256.Equals(a, Vector256.Create(b));
    [MethodImpl(Inline)] public static Vector256<double> And(Vector256<double> a, Vector256<double> b) => a & b;
    [MethodImpl(Inline)] public static Vector256<double> Or(Vector256<double> a, Vector256<double> b) => a | b;
    [MethodImpl(Inline)] public static Vector256<double> Xor(Vector256<double> a, Vector256<double> b) => a ^ b;
    [MethodImpl(Inline)] public static Vector256<double> ShiftLeft(Vector256<double> bits, int count) => (bits.AsInt64() << count).AsDouble();
    [MethodImpl(Inline)] public static Vector256<double> Select(Vector256<double> mask, Vector256<double> a, Vector256<double> b) => Vector256.ConditionalSelect(mask, a, b);
    [MethodImpl(Inline)] public static bool AllNumbers(Vector256<double> a) => Vector256.EqualsAll(a, a);
    [MethodImpl(Inline)] public static bool AnyGreater(Vector256<double> a, double bound) => Vector256.GreaterThanAny(a, Vector256.Create(bound));

    [MethodImpl(Inline)]
    public static Vector256<double> Scale(Vector256<double> a, Vector256<double> n) =>
        Avx512F.VL.IsSupported ? Avx512F.VL.Scale(a, n) : ScaleByBits(a, n);

    [MethodImpl(Inline)]
    public static Vector256<double> Mantissa(Vector256<double> x) =>
        Avx512F.VL.IsSupported ? Avx512F.VL.GetMantissa(x, Bits.NearOneAndNaNBelowZero) : MantissaByBits(x);

    [MethodImpl(Inline)]
    public static Vector256<double> Exponent(Vector256<double> x, Vector256<double> mantissa) =>
        Avx512F.VL.IsSupported ? Avx512F.VL.GetExponent(x) - Avx512F.VL.GetExponent(mantissa) : ExponentByBits(x);

    // 2ⁿ as a product of two, each half of n, so that neither overflows; the first product is exact.
    [MethodImpl(Inline)]
    private static Vector256<double> ScaleByBits(Vector256<double> a, Vector256<double> n)
    {
        Vector256<long> biased = (n + Vector256.Create(Bits.Integral + 2 * Bits.Bias)).AsInt64() & Vector256.Create(0xFFFL);
        Vector256<long> half = biased >>> 1;
        return a * (half << Bits.Mantissa).AsDouble() * ((biased - half) << Bits.Mantissa).AsDouble();
    }

    [MethodImpl(Inline)]
    private static Vector256<double> MantissaByBits(Vector256<double> x)
    {
        Vector256<long> offset = Normalized(x).AsInt64() + Vector256.Create(Bits.One - Bits.ThreeQuarters);
        Vector256<double> mantissa = ((offset & Vector256.Create(Bits.MantissaMask)) + Vector256.Create(Bits.ThreeQuarters)).AsDouble();
        mantissa = Vector256.ConditionalSelect(Vector256.Equals(x, Vector256<double>.Zero) | Vector256.Equals(x, Vector256.Create(double.PositiveInfinity)), Vector256<double>.One, mantissa);
        return Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(x, Vector256<double>.Zero), mantissa, Vector256.Create(double.NaN));
    }

    [MethodImpl(Inline)]
    private static Vector256<double> ExponentByBits(Vector256<double> x)
    {
        Vector256<double> size = Vector256.Abs(x);
        Vector256<long> offset = Normalized(size).AsInt64() + Vector256.Create(Bits.One - Bits.ThreeQuarters);
        Vector256<double> exponent = ((offset >>> Bits.Mantissa) | Vector256.Create(Bits.TwoToThe52)).AsDouble() - Vector256.Create(Bits.ExponentOffset);
        exponent -= Vector256.LessThan(size, Vector256.Create(Bits.SmallestNormal)) & Vector256.Create(54.0);
        exponent = Vector256.ConditionalSelect(Vector256.Equals(x, Vector256<double>.Zero), Vector256.Create(double.NegativeInfinity), exponent);
        return Vector256.ConditionalSelect(Vector256.Equals(size, Vector256.Create(double.PositiveInfinity)), size, exponent);
    }

    [MethodImpl(Inline)]
    private static Vector256<double> Normalized(Vector256<double> x) =>
        Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(Bits.SmallestNormal)), x * Vector256.Create(Bits.TwoToThe54), x);

    // The copy keeps the result of the other path in a register: a vector is returned through memory.
    [MethodImpl(Inline)]
    public static Vector256<double> Map<TFunction>(Vector256<double> x) where TFunction : IScalarFunction
    {
        Vector256<double> copy = x;
        Replace<TFunction>(ref copy);
        return copy;
    }

    [MethodImpl(Inline)]
    public static Vector256<double> Map<TFunction>(Vector256<double> x, Vector256<double> y) where TFunction : IScalarFunction2
    {
        Vector256<double> copy = x;
        Replace<TFunction>(ref copy, y);
        return copy;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Replace<TFunction>(ref Vector256<double> x) where TFunction : IScalarFunction
    {
        for (int lane = 0; lane < Vector256<double>.Count; lane++) x = x.WithElement(lane, TFunction.Invoke(x.GetElement(lane)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Replace<TFunction>(ref Vector256<double> x, Vector256<double> y) where TFunction : IScalarFunction2
    {
        for (int lane = 0; lane < Vector256<double>.Count; lane++) x = x.WithElement(lane, TFunction.Invoke(x.GetElement(lane), y.GetElement(lane)));
    }
}
