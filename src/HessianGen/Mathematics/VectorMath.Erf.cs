using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace HessianGen.Mathematics;

public static partial class VectorMath
{
    /// <summary>The error function 2/√π·∫₀ˣ e^(−t²) dt.</summary>
    /// <remarks>
    /// Special values: NaN ↦ NaN, ±0 ↦ ±0, ±∞ ↦ ±1.
    /// x + x·p(x²) with p minimax of degree 8 up to |x| = ½, above 1 − erfc |x| as in <see cref="Erfc(Vector512{double})"/>. One division, no branch.
    /// Measured: at most 1.13 ULP for double and 0.58 for float; 3.2 ns a double in Vector512, 4.8 in Vector256 (docs/numerics.md).
    /// </remarks>
    [MethodImpl(Inline)]
    public static Vector512<double> Erf(Vector512<double> x) => Erf<Vector512<double>, Lanes512>(x);

    /// <inheritdoc cref="Erf(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static Vector256<double> Erf(Vector256<double> x) => Erf<Vector256<double>, Lanes256>(x);

    /// <inheritdoc cref="Erf(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static double Erf(double x) => Erf<double, Lanes64>(x);

    /// <inheritdoc cref="Erf(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static Vector512<float> Erf(Vector512<float> x) => Vector512.Narrow(
        ErfSingle<Vector512<double>, Lanes512>(Vector512.WidenLower(x)),
        ErfSingle<Vector512<double>, Lanes512>(Vector512.WidenUpper(x)));

    /// <inheritdoc cref="Erf(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static Vector256<float> Erf(Vector256<float> x) => Vector256.Narrow(
        ErfSingle<Vector256<double>, Lanes256>(Vector256.WidenLower(x)),
        ErfSingle<Vector256<double>, Lanes256>(Vector256.WidenUpper(x)));

    /// <inheritdoc cref="Erf(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static float Erf(float x) => (float)ErfSingle<double, Lanes64>(Lanes64.Widen(x));

    [MethodImpl(Inline)]
    private static V Erf<V, L>(V x) where L : ILanes<V>
    {
        V size = L.Abs(x);
        V tail = ErfcTail<V, L>(L.AtMost(L.AtLeast(size, 0.5), 6), out V n);
        V great = L.CopySign(L.Fnma(tail, PowerOfTwo<V, L>(n), L.Create(1)), x);
        V small = L.Fma(x, ErfPolynomial<V, L>(L.Mul(x, x)), x);
        return L.Select(L.Less(size, 0.5), small, great);
    }

    [MethodImpl(Inline)]
    private static V ErfSingle<V, L>(V x) where L : ILanes<V>
    {
        V size = L.Abs(x);
        V great = L.CopySign(L.Sub(1, ErfcTailSingle<V, L>(L.AtMost(L.AtLeast(size, 0.5), 6))), x);
        V small = L.Fma(x, ErfPolynomialSingle<V, L>(L.Mul(x, x)), x);
        return L.Select(L.Less(size, 0.5), small, great);
    }
}
