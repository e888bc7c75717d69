using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace HessianGen.Mathematics;

public static partial class VectorMath
{
    /// <summary>The tangent of an angle in radians, of any size.</summary>
    /// <remarks>
    /// Special values: NaN ↦ NaN, ±0 ↦ ±0, ±∞ ↦ NaN.
    /// x = q·π/2 + r as in <see cref="Sin(Vector512{double})"/>; sin r and cos r as minimax polynomials of degree 13 and 14 on
    /// |r| ≤ π/4, and one division with its remainder: sin / cos, or −cos / sin for odd q. Beyond 2³⁰ <see cref="LargeAngle"/> does the lanes one by one.
    /// Measured: at most 0.95 ULP for double and 0.56 for float; 1.8 ns a double in Vector512, 2.9 in Vector256 (docs/numerics.md).
    /// </remarks>
    [MethodImpl(Inline)]
    public static Vector512<double> Tan(Vector512<double> x) => Tan<Vector512<double>, Lanes512>(x);

    /// <inheritdoc cref="Tan(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static Vector256<double> Tan(Vector256<double> x) => Tan<Vector256<double>, Lanes256>(x);

    /// <inheritdoc cref="Tan(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static double Tan(double x) => Tan<double, Lanes64>(x);

    /// <inheritdoc cref="Tan(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static Vector512<float> Tan(Vector512<float> x)
    {
        Vector512<float> y = Vector512.Narrow(
            TanSingle<Vector512<double>, Lanes512>(Vector512.WidenLower(x)),
            TanSingle<Vector512<double>, Lanes512>(Vector512.WidenUpper(x)));
        return Vector512.GreaterThanAny(Vector512.Abs(x), Vector512.Create(LargeAngle.StartSingle)) ? SingleLanes.Map<TanSingleOfAnyAngle>(x) : y;
    }

    /// <inheritdoc cref="Tan(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static Vector256<float> Tan(Vector256<float> x)
    {
        Vector256<float> y = Vector256.Narrow(
            TanSingle<Vector256<double>, Lanes256>(Vector256.WidenLower(x)),
            TanSingle<Vector256<double>, Lanes256>(Vector256.WidenUpper(x)));
        return Vector256.GreaterThanAny(Vector256.Abs(x), Vector256.Create(LargeAngle.StartSingle)) ? SingleLanes.Map<TanSingleOfAnyAngle>(x) : y;
    }

    /// <inheritdoc cref="Tan(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static float Tan(float x) => (float)TanSingleOfAnyAngle.Invoke(Lanes64.Widen(x));

    [MethodImpl(Inline)]
    private static V Tan<V, L>(V x) where L : ILanes<V>
    {
        V shifted = L.Fma(x, 2 / Math.PI, Bits.Integral);
        V q = L.Add(shifted, -Bits.Integral);
        V high = L.Fma(q, -Math.PI / 2, x);
        V step = L.Mul(q, PiLow / 2);
        V r = L.Sub(high, step);
        V low = L.Add(L.Sub(L.Sub(high, r), step), L.Fma(q, -PiLow / 2, step));
        low = L.Fma(q, -PiLowest / 2, low);

        V size = L.Abs(x);
        V sin = SinReduced<V, L>(r, low, out V sinLow), cos = CosReduced<V, L>(r, low, out V cosLow);
        V y = L.Select(L.Less(size, TinyArgument), x, TanOfQuadrant<V, L>(shifted, sin, sinLow, cos, cosLow));
        return L.AnyGreater(size, LargeAngle.Start) ? L.Map<TanOfAnyAngle>(x) : y;
    }

    /// <summary>sin / cos, or −cos / sin if the last bit of the quadrant is set; both in two words.</summary>
    [MethodImpl(Inline)]
    internal static V TanOfQuadrant<V, L>(V quadrant, V sin, V sinLow, V cos, V cosLow) where L : ILanes<V>
    {
        V sign = L.ShiftLeft(quadrant, 63);
        V isOdd = L.Less(L.Or(sign, L.Create(1)), 0);
        V above = L.Select(isOdd, cos, sin), aboveLow = L.Select(isOdd, cosLow, sinLow);
        V below = L.Select(isOdd, sin, cos), belowLow = L.Select(isOdd, sinLow, cosLow);
        V inverse = L.Div(L.Create(1), below);
        V y = L.Mul(above, inverse);
        V rest = L.Add(L.Fnma(y, below, above), L.Fnma(y, belowLow, aboveLow));
        return L.Xor(L.Fma(rest, inverse, y), sign);
    }

    /// <summary>sin(r + low) for |r| ≤ π/4.</summary>
    [MethodImpl(Inline)]
    internal static V SinReduced<V, L>(V r, V low, out V resultLow) where L : ILanes<V>
    {
        V z = L.Mul(r, r);
        V p = L.Create(1.5896194220721279e-10);
        p = L.Fma(p, z, -2.5050747160329277e-08);
        p = L.Fma(p, z, 2.7557313617669857e-06);
        p = L.Fma(p, z, -0.00019841269829579315);
        p = L.Fma(p, z, 0.008333333333322106);
        p = L.Fma(p, z, -0.1666666666666663);
        V rest = L.Fma(L.Mul(r, z), p, L.Mul(low, L.Fma(z, -0.5, 1)));
        V result = L.Add(r, rest);
        resultLow = L.Sub(rest, L.Sub(result, r));
        return result;
    }

    /// <summary>cos(r + low) for |r| ≤ π/4.</summary>
    [MethodImpl(Inline)]
    internal static V CosReduced<V, L>(V r, V low, out V resultLow) where L : ILanes<V>
    {
        V z = L.Mul(r, r);
        V p = L.Create(-1.135852006465094e-11);
        p = L.Fma(p, z, 2.087570056237922e-09);
        p = L.Fma(p, z, -2.755731417755862e-07);
        p = L.Fma(p, z, 2.4801587288846906e-05);
        p = L.Fma(p, z, -0.0013888888888873051);
        p = L.Fma(p, z, 0.041666666666666595);
        V head = L.Fma(z, -0.5, 1);
        V error = L.Fma(z, -0.5, L.Sub(1, head));                           // exact: head + error = 1 − z/2
        V rest = L.Add(error, L.Fnma(r, low, L.Mul(L.Mul(z, z), p)));
        V result = L.Add(head, rest);
        resultLow = L.Sub(rest, L.Sub(result, head));
        return result;
    }

    [MethodImpl(Inline)]
    private static V TanSingle<V, L>(V x) where L : ILanes<V>
    {
        V shifted = L.Fma(x, 2 / Math.PI, Bits.Integral);
        V q = L.Add(shifted, -Bits.Integral);
        V r = L.Fma(q, -PiLow / 2, L.Fma(q, -Math.PI / 2, x));
        V z = L.Mul(r, r);
        V s = L.Create(-0.0001951519837812903);
        s = L.Fma(s, z, 0.008332160256069048);
        s = L.Fma(s, z, -0.16666654606670417);
        V c = L.Create(2.4433172579320678e-05);
        c = L.Fma(c, z, -0.001388731665131311);
        c = L.Fma(c, z, 0.04166664569884291);
        c = L.Fma(c, z, -0.5);
        c = L.Fma(c, z, 1);
        V size = L.Abs(x);
        V sin = L.Fma(L.Mul(r, z), s, r);
        V sign = L.ShiftLeft(shifted, 63);
        V isOdd = L.Less(L.Or(sign, L.Create(1)), 0);
        V y = L.Xor(L.Div(L.Select(isOdd, c, sin), L.Select(isOdd, sin, c)), sign);
        return L.Select(L.Less(size, TinyArgument), x, y);
    }

    private readonly struct TanOfAnyAngle : IScalarFunction
    {
        public static double Invoke(double x) => Math.Abs(x) > LargeAngle.Start ? LargeAngle.Tan(x) : Tan<double, Lanes64>(x);
    }

    private readonly struct TanSingleOfAnyAngle : IScalarFunction
    {
        public static double Invoke(double x) => Math.Abs(x) > LargeAngle.Start ? LargeAngle.Tan(x) : TanSingle<double, Lanes64>(x);
    }
}
