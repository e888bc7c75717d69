using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace HessianGen.Mathematics;

/// <summary>8 lanes.</summary>
internal readonly struct Lanes512 : ILanes<Vector512<double>>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    [MethodImpl(Inline)] public static Vector512<double> Create(double value) => Vector512.Create(value);
    [MethodImpl(Inline)] public static Vector512<double> Add(Vector512<double> a, Vector512<double> b) => a + b;
    [MethodImpl(Inline)] public static Vector512<double> Add(Vector512<double> a, double b) => a + Vector512.Create(b);
    [MethodImpl(Inline)] public static Vector512<double> Sub(Vector512<double> a, Vector512<double> b) => a - b;
    [MethodImpl(Inline)] public static Vector512<double> Sub(double a, Vector512<double> b) => Vector512.Create(a) - b;
    [MethodImpl(Inline)] public static Vector512<double> Mul(Vector512<double> a, Vector512<double> b) => a * b;
    [MethodImpl(Inline)] public static Vector512<double> Mul(Vector512<double> a, double b) => a * Vector512.Create(b);
    [MethodImpl(Inline)] public static Vector512<double> Div(Vector512<double> a, Vector512<double> b) => a / b;
    [MethodImpl(Inline)] public static Vector512<double> Sqrt(Vector512<double> a) => Vector512.Sqrt(a);
    [MethodImpl(Inline)] public static Vector512<double> Fma(Vector512<double> a, Vector512<double> b, Vector512<double> c) => Vector512.FusedMultiplyAdd(a, b, c);
    [MethodImpl(Inline)] public static Vector512<double> Fma(Vector512<double> a, Vector512<double> b, double c) => Vector512.FusedMultiplyAdd(a, b, Vector512.Create(c));
    [MethodImpl(Inline)] public static Vector512<double> Fma(Vector512<double> a, double b, Vector512<double> c) => Vector512.FusedMultiplyAdd(a, Vector512.Create(b), c);
    [MethodImpl(Inline)] public static Vector512<double> Fma(Vector512<double> a, double b, double c) => Vector512.FusedMultiplyAdd(a, Vector512.Create(b), Vector512.Create(c));
    [MethodImpl(Inline)] public static Vector512<double> Fnma(Vector512<double> a, Vector512<double> b, Vector512<double> c) => Vector512.FusedMultiplyAdd(-a, b, c);
    [MethodImpl(Inline)] public static Vector512<double> Fms(Vector512<double> a, Vector512<double> b, Vector512<double> c) => Vector512.FusedMultiplyAdd(a, b, -c);
    [MethodImpl(Inline)] public static Vector512<double> Abs(Vector512<double> a) => Vector512.Abs(a);
    [MethodImpl(Inline)] public static Vector512<double> CopySign(Vector512<double> magnitude, Vector512<double> sign) => Vector512.CopySign(magnitude, sign);
    [MethodImpl(Inline)] public static Vector512<double> AtLeast(Vector512<double> a, double bound) => Vector512.MaxNative(Vector512.Create(bound), a);
    [MethodImpl(Inline)] public static Vector512<double> AtMost(Vector512<double> a, double bound) => Vector512.MinNative(Vector512.Create(bound), a);
    [MethodImpl(Inline)] public static Vector512<double> Less(Vector512<double> a, Vector512<double> b) => Vector512.LessThan(a, b);
    [MethodImpl(Inline)] public static Vector512<double> Less(Vector512<double> a, double b) => Vector512.LessThan(a, Vector512.Create(b));
    [MethodImpl(Inline)] public static Vector512<double> Equal(Vector512<double> a, double b) => Vector512.Equals(a, Vector512.Create(b));
    [MethodImpl(Inline)] public static Vector512<double> And(Vector512<double> a, Vector512<double> b) => a & b;
    [MethodImpl(Inline)] public static Vector512<double> Or(Vector512<double> a, Vector512<double> b) => a | b;
    [MethodImpl(Inline)] public static Vector512<double> Xor(Vector512<double> a, Vector512<double> b) => a ^ b;
    [MethodImpl(Inline)] public static Vector512<double> ShiftLeft(Vector512<double> bits, int count) => (bits.AsInt64() << count).AsDouble();
    [MethodImpl(Inline)] public static Vector512<double> Select(Vector512<double> mask, Vector512<double> a, Vector512<double> b) => Vector512.ConditionalSelect(mask, a, b);
    [MethodImpl(Inline)] public static bool AllNumbers(Vector512<double> a) => Vector512.EqualsAll(a, a);
    [MethodImpl(Inline)] public static bool AnyGreater(Vector512<double> a, double bound) => Vector512.GreaterThanAny(a, Vector512.Create(bound));

    [MethodImpl(Inline)]
    public static Vector512<double> Scale(Vector512<double> a, Vector512<double> n) =>
        Avx512F.IsSupported ? Avx512F.Scale(a, n) : Vector512.Create(Lanes256.Scale(a.GetLower(), n.GetLower()), Lanes256.Scale(a.GetUpper(), n.GetUpper()));

    [MethodImpl(Inline)]
    public static Vector512<double> Mantissa(Vector512<double> x) =>
        Avx512F.IsSupported ? Avx512F.GetMantissa(x, Bits.NearOneAndNaNBelowZero) : Vector512.Create(Lanes256.Mantissa(x.GetLower()), Lanes256.Mantissa(x.GetUpper()));

    [MethodImpl(Inline)]
    public static Vector512<double> Exponent(Vector512<double> x, Vector512<double> mantissa) =>
        Avx512F.IsSupported ? Avx512F.GetExponent(x) - Avx512F.GetExponent(mantissa) : Vector512.Create(Lanes256.Exponent(x.GetLower(), mantissa.GetLower()), Lanes256.Exponent(x.GetUpper(), mantissa.GetUpper()));

    // The copy keeps the result of the other path in a register: a vector is returned through memory.
    [MethodImpl(Inline)]
    public static Vector512<double> Map<TFunction>(Vector512<double> x) where TFunction : IScalarFunction
    {
        Vector512<double> copy = x;
        Replace<TFunction>(ref copy);
        return copy;
    }

    [MethodImpl(Inline)]
    public static Vector512<double> Map<TFunction>(Vector512<double> x, Vector512<double> y) where TFunction : IScalarFunction2
    {
        Vector512<double> copy = x;
        Replace<TFunction>(ref copy, y);
        return copy;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Replace<TFunction>(ref Vector512<double> x) where TFunction : IScalarFunction
    {
        for (int lane = 0; lane < Vector512<double>.Count; lane++) x = x.WithElement(lane, TFunction.Invoke(x.GetElement(lane)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Replace<TFunction>(ref Vector512<double> x, Vector512<double> y) where TFunction : IScalarFunction2
    {
        for (int lane = 0; lane < Vector512<double>.Count; lane++) x = x.WithElement(lane, TFunction.Invoke(x.GetElement(lane), y.GetElement(lane)));
    }
}
