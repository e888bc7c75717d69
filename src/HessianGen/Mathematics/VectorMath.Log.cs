using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace HessianGen.Mathematics;

public static partial class VectorMath
{
    /// <summary>The natural logarithm.</summary>
    /// <remarks>
    /// Special values: NaN ↦ NaN, ±0 ↦ −∞, +∞ ↦ +∞, below 0 NaN; denormals are as accurate as the rest.
    /// x = 2ᵏ·(1 + f) with 1 + f in [¾, 3/2), s = f / (2 + f), log(1 + f) = 2s + s·R(s²) = f − (f²/2 − s·(f²/2 + R)), R minimax of
    /// degree 7 in s²: the form of the Sun library (fdlibm, e_log.c), whose leading term f is exact. No branch, one division.
    /// Measured: at most 0.92 ULP for double and 0.50 for float; 0.7 ns a double in Vector512, 1.0 in Vector256 (docs/numerics.md).
    /// </remarks>
    [MethodImpl(Inline)]
    public static Vector512<double> Log(Vector512<double> x) => Log<Vector512<double>, Lanes512>(x);

    /// <inheritdoc cref="Log(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static Vector256<double> Log(Vector256<double> x) => Log<Vector256<double>, Lanes256>(x);

    /// <inheritdoc cref="Log(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static double Log(double x) => Log<double, Lanes64>(x);

    /// <inheritdoc cref="Log(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static Vector512<float> Log(Vector512<float> x) => Vector512.Narrow(
        LogSingle<Vector512<double>, Lanes512>(Vector512.WidenLower(x)),
        LogSingle<Vector512<double>, Lanes512>(Vector512.WidenUpper(x)));

    /// <inheritdoc cref="Log(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static Vector256<float> Log(Vector256<float> x) => Vector256.Narrow(
        LogSingle<Vector256<double>, Lanes256>(Vector256.WidenLower(x)),
        LogSingle<Vector256<double>, Lanes256>(Vector256.WidenUpper(x)));

    /// <inheritdoc cref="Log(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static float Log(float x) => (float)LogSingle<double, Lanes64>(Lanes64.Widen(x));

    [MethodImpl(Inline)]
    private static V Log<V, L>(V x) where L : ILanes<V>
    {
        V m = L.Mantissa(x);
        return LogOf<V, L>(L.Exponent(x, m), L.Add(m, -1));
    }

    /// <summary>k·ln 2 + log(1 + f) for f in [−¼, ½].</summary>
    [MethodImpl(Inline)]
    private static V LogOf<V, L>(V k, V f) where L : ILanes<V> =>
        L.Fma(k, Ln2, L.Add(f, L.Fma(k, Ln2Low, LogCorrection<V, L>(f))));

    /// <summary>log(1 + f) − f for f in [−¼, ½].</summary>
    [MethodImpl(Inline)]
    private static V LogCorrection<V, L>(V f) where L : ILanes<V>
    {
        V s = L.Div(f, L.Add(f, 2));
        V z = L.Mul(s, s);
        V p = L.Create(0.1384427655990411);
        p = L.Fma(p, z, 0.13173412485352162);
        p = L.Fma(p, z, 0.15391123371773677);
        p = L.Fma(p, z, 0.18181665513239714);
        p = L.Fma(p, z, 0.2222222430280959);
        p = L.Fma(p, z, 0.2857142855576854);
        p = L.Fma(p, z, 0.40000000000056946);
        p = L.Fma(p, z, 0.666666666666666);
        V h = L.Mul(L.Mul(f, 0.5), f);
        return L.Sub(L.Mul(s, L.Fma(z, p, h)), h);
    }

    [MethodImpl(Inline)]
    private static V LogSingle<V, L>(V x) where L : ILanes<V>
    {
        V m = L.Mantissa(x);
        return L.Fma(L.Exponent(x, m), Ln2, LogP1ReducedSingle<V, L>(L.Add(m, -1)));
    }

    /// <summary>log(1 + f) for f in [−¼, ½].</summary>
    [MethodImpl(Inline)]
    private static V LogP1ReducedSingle<V, L>(V f) where L : ILanes<V>
    {
        V s = L.Div(f, L.Add(f, 2));
        V z = L.Mul(s, s);
        V p = L.Create(0.24103493888279162);
        p = L.Fma(p, z, 0.28506794468522295);
        p = L.Fma(p, z, 0.40000867396311085);
        p = L.Fma(p, z, 0.6666666306000597);
        p = L.Fma(p, z, 2);
        return L.Mul(s, p);
    }
}
