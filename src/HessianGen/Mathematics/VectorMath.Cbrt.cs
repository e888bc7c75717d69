using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace HessianGen.Mathematics;

public static partial class VectorMath
{
    /// <summary>The cube root.</summary>
    /// <remarks>
    /// Special values: NaN ↦ NaN, ±0 ↦ ±0, ±∞ ↦ ±∞; denormals are as accurate as the rest.
    /// |x| = 2³ʲ·m: m^(−1/3) from a minimax polynomial of degree 4, one step of order four, then one correction t − (t³ − m) / (3·t²)
    /// of t = m·m^(−2/3) (W. Kahan, "Computing a real cube root", 1991, names the last step). No division, no branch.
    /// Measured: at most 0.73 ULP for double and 0.50 for float; 1.1 ns a double in Vector512, 1.8 in Vector256 (docs/numerics.md).
    /// </remarks>
    [MethodImpl(Inline)]
    public static Vector512<double> Cbrt(Vector512<double> x) => Cbrt<Vector512<double>, Lanes512>(x);

    /// <inheritdoc cref="Cbrt(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static Vector256<double> Cbrt(Vector256<double> x) => Cbrt<Vector256<double>, Lanes256>(x);

    /// <inheritdoc cref="Cbrt(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static double Cbrt(double x) => Cbrt<double, Lanes64>(x);

    /// <inheritdoc cref="Cbrt(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static Vector512<float> Cbrt(Vector512<float> x) => Vector512.Narrow(
        CbrtSingle<Vector512<double>, Lanes512>(Vector512.WidenLower(x)),
        CbrtSingle<Vector512<double>, Lanes512>(Vector512.WidenUpper(x)));

    /// <inheritdoc cref="Cbrt(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static Vector256<float> Cbrt(Vector256<float> x) => Vector256.Narrow(
        CbrtSingle<Vector256<double>, Lanes256>(Vector256.WidenLower(x)),
        CbrtSingle<Vector256<double>, Lanes256>(Vector256.WidenUpper(x)));

    /// <inheritdoc cref="Cbrt(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static float Cbrt(float x) => (float)CbrtSingle<double, Lanes64>(Lanes64.Widen(x));

    [MethodImpl(Inline)]
    private static V Cbrt<V, L>(V x) where L : ILanes<V>
    {
        V m = ThirdOfExponent<V, L>(x, out V j, out V y);
        V e = L.Fnma(L.Mul(L.Mul(y, y), y), m, L.Create(1));               // m^(−1/3) = y·(1 − e)^(−1/3)
        V series = L.Fma(e, L.Fma(e, 14.0 / 81, 2.0 / 9), 1.0 / 3);
        y = L.Fma(L.Mul(y, e), series, y);
        V square = L.Mul(y, y);
        V t = L.Mul(m, square);
        V rest = L.Fnma(L.Mul(t, t), t, m);
        t = L.Fma(L.Mul(rest, 1.0 / 3), square, t);
        return SignedRoot<V, L>(x, t, j);
    }

    /// <summary>m in [⅜, 3) of |x| = m·2³ʲ, and y near m^(−1/3) within 2⁻¹⁴.</summary>
    [MethodImpl(Inline)]
    private static V ThirdOfExponent<V, L>(V x, out V j, out V y) where L : ILanes<V>
    {
        V size = L.Abs(x);
        V m = L.Mantissa(size);
        V k = L.Exponent(size, m);
        j = L.Add(L.Fma(k, 1.0 / 3, Bits.Integral), -Bits.Integral);
        V rest = L.Fma(j, -3, k);                                           // −1, 0 or 1
        V p = L.Create(0.09945302276795893);
        p = L.Fma(p, m, -0.5771806208116522);
        p = L.Fma(p, m, 1.3608266524941206);
        p = L.Fma(p, m, -1.7212125674965364);
        p = L.Fma(p, m, 1.8380759151529402);
        V root = L.Select(L.Less(rest, 0), L.Create(1.2599210498948732), L.Select(L.Less(L.Create(0), rest), L.Create(0.7937005259840998), L.Create(1)));
        y = L.Mul(p, root);
        return L.Mul(m, PowerOfTwo<V, L>(rest));
    }

    /// <summary>t·2ʲ with the sign of x; x itself where that is 0, infinite or NaN.</summary>
    [MethodImpl(Inline)]
    private static V SignedRoot<V, L>(V x, V t, V j) where L : ILanes<V>
    {
        V size = L.Abs(x);
        V isRegular = L.And(L.Less(L.Create(0), size), L.Less(size, double.PositiveInfinity));
        return L.Select(isRegular, L.CopySign(L.Mul(t, PowerOfTwo<V, L>(j)), x), x);
    }

    [MethodImpl(Inline)]
    private static V CbrtSingle<V, L>(V x) where L : ILanes<V>
    {
        V m = ThirdOfExponent<V, L>(x, out V j, out V y);
        V e = L.Fnma(L.Mul(L.Mul(y, y), y), m, L.Create(1));
        y = L.Fma(L.Mul(y, e), L.Fma(e, 2.0 / 9, 1.0 / 3), y);
        return SignedRoot<V, L>(x, L.Mul(m, L.Mul(y, y)), j);
    }
}
