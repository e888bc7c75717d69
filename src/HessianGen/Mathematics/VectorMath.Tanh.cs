using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace HessianGen.Mathematics;

public static partial class VectorMath
{
    /// <summary>The hyperbolic tangent.</summary>
    /// <remarks>
    /// Special values: NaN ↦ NaN, ±0 ↦ ±0, ±∞ ↦ ±1.
    /// tanh|x| = t / (t + 2) with t = e²ˣ − 1 as in <see cref="ExpM1(Vector512{double})"/>, so that nothing cancels near 0; the
    /// rounding error of t + 2 is taken off the quotient to first order. No branch, one division.
    /// Measured: at most 1.86 ULP for double and 0.50 for float; 1.2 ns a double in Vector512, 1.9 in Vector256 (docs/numerics.md).
    /// </remarks>
    [MethodImpl(Inline)]
    public static Vector512<double> Tanh(Vector512<double> x) => Tanh<Vector512<double>, Lanes512>(x);

    /// <inheritdoc cref="Tanh(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static Vector256<double> Tanh(Vector256<double> x) => Tanh<Vector256<double>, Lanes256>(x);

    /// <inheritdoc cref="Tanh(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static double Tanh(double x) => Tanh<double, Lanes64>(x);

    /// <inheritdoc cref="Tanh(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static Vector512<float> Tanh(Vector512<float> x) => Vector512.Narrow(
        TanhSingle<Vector512<double>, Lanes512>(Vector512.WidenLower(x)),
        TanhSingle<Vector512<double>, Lanes512>(Vector512.WidenUpper(x)));

    /// <inheritdoc cref="Tanh(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static Vector256<float> Tanh(Vector256<float> x) => Vector256.Narrow(
        TanhSingle<Vector256<double>, Lanes256>(Vector256.WidenLower(x)),
        TanhSingle<Vector256<double>, Lanes256>(Vector256.WidenUpper(x)));

    /// <inheritdoc cref="Tanh(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static float Tanh(float x) => (float)TanhSingle<double, Lanes64>(Lanes64.Widen(x));

    [MethodImpl(Inline)]
    private static V Tanh<V, L>(V x) where L : ILanes<V>
    {
        V a = L.AtMost(L.Mul(L.Abs(x), 2), 40);
        V n = Log2Whole<V, L>(a);
        V power = PowerOfTwo<V, L>(n);
        V t = ScaledExpM1<V, L>(a, n, power, L.Add(power, -1));
        V sum = L.Add(t, 2);
        V error = L.Sub(t, L.Add(sum, -2));
        V y = L.Div(t, sum);
        V inverse = L.AtLeast(L.Fma(y, -0.5, 0.4999), 0);                   // near 1 / (t + 2) = (1 − tanh|x|) / 2, and 0 where the error is inexact
        return L.CopySign(L.Fnma(L.Mul(y, inverse), error, y), x);
    }

    [MethodImpl(Inline)]
    private static V TanhSingle<V, L>(V x) where L : ILanes<V>
    {
        V a = L.AtMost(L.Mul(L.Abs(x), 2), 40);
        V n = Log2Whole<V, L>(a);
        V power = PowerOfTwo<V, L>(n);
        V t = L.Fma(power, ExpM1ReducedSingle<V, L>(L.Fma(n, -Ln2, a)), L.Add(power, -1));
        return L.CopySign(L.Div(t, L.Add(t, 2)), x);
    }
}
