using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace HessianGen.Mathematics;

public static partial class VectorMath
{
    /// <summary>eˣ.</summary>
    /// <remarks>
    /// Special values: NaN ↦ NaN, −∞ ↦ 0, +∞ ↦ +∞; above 709.782712893384 +∞, below −708.39 gradually to 0.
    /// x = n·ln 2 + r with ln 2 in two parts (Cody and Waite, Software Manual for the Elementary Functions, 1980), eʳ as a minimax
    /// polynomial of degree 11 on |r| ≤ ½·ln 2, then 2ⁿ·eʳ. No branch.
    /// Measured: at most 1.00 ULP for double and 0.54 for float; 0.5 ns a double in Vector512, 0.8 in Vector256 (docs/numerics.md).
    /// </remarks>
    [MethodImpl(Inline)]
    public static Vector512<double> Exp(Vector512<double> x) => Exp<Vector512<double>, Lanes512>(x);

    /// <inheritdoc cref="Exp(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static Vector256<double> Exp(Vector256<double> x) => Exp<Vector256<double>, Lanes256>(x);

    /// <inheritdoc cref="Exp(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static double Exp(double x) => Exp<double, Lanes64>(x);

    /// <inheritdoc cref="Exp(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static Vector512<float> Exp(Vector512<float> x) => Vector512.Narrow(
        ExpSingle<Vector512<double>, Lanes512>(Vector512.WidenLower(x)),
        ExpSingle<Vector512<double>, Lanes512>(Vector512.WidenUpper(x)));

    /// <inheritdoc cref="Exp(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static Vector256<float> Exp(Vector256<float> x) => Vector256.Narrow(
        ExpSingle<Vector256<double>, Lanes256>(Vector256.WidenLower(x)),
        ExpSingle<Vector256<double>, Lanes256>(Vector256.WidenUpper(x)));

    /// <inheritdoc cref="Exp(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static float Exp(float x) => (float)ExpSingle<double, Lanes64>(Lanes64.Widen(x));

    [MethodImpl(Inline)]
    private static V Exp<V, L>(V x) where L : ILanes<V> => ExpInRange<V, L>(L.AtMost(L.AtLeast(x, ExpZero), ExpOverflow));

    /// <summary>eˣ for x in [ExpZero, ExpOverflow], or NaN.</summary>
    [MethodImpl(Inline)]
    private static V ExpInRange<V, L>(V x) where L : ILanes<V>
    {
        V n = Log2Whole<V, L>(x);
        V r = Log2Remainder<V, L>(x, n);
        V p = L.Create(2.500005307511079e-08);
        p = L.Fma(p, r, 2.7630248548093485e-07);
        p = L.Fma(p, r, 2.7557586415845685e-06);
        p = L.Fma(p, r, 2.4801493098984572e-05);
        p = L.Fma(p, r, 0.0001984126950651958);
        p = L.Fma(p, r, 0.001388888894362965);
        p = L.Fma(p, r, 0.00833333333349449);
        p = L.Fma(p, r, 0.04166666666653016);
        p = L.Fma(p, r, 0.16666666666666413);
        p = L.Fma(p, r, 0.5000000000000011);
        p = L.Fma(p, r, 1);
        p = L.Fma(p, r, 1);
        return L.Scale(p, n);
    }

    [MethodImpl(Inline)]
    private static V ExpSingle<V, L>(V x) where L : ILanes<V> => ExpInRangeSingle<V, L>(L.AtMost(L.AtLeast(x, -110), 90));

    [MethodImpl(Inline)]
    private static V ExpInRangeSingle<V, L>(V x) where L : ILanes<V>
    {
        V n = Log2Whole<V, L>(x);
        V r = L.Fma(n, -Ln2, x);
        V p = L.Create(0.0013814707536296746);
        p = L.Fma(p, r, 0.00836871801586656);
        p = L.Fma(p, r, 0.041668386251548284);
        p = L.Fma(p, r, 0.16666520621319916);
        p = L.Fma(p, r, 0.4999999345447144);
        p = L.Fma(p, r, 1);
        p = L.Fma(p, r, 1);
        return L.Mul(p, PowerOfTwo<V, L>(n));
    }

    private const double ExpZero = -746, ExpOverflow = 710;
    private const double Log2E = 1.4426950408889634, Ln2 = 0.6931471805599453, Ln2Low = 2.3190468138462996e-17;

    /// <summary>The whole number nearest to x / ln 2.</summary>
    [MethodImpl(Inline)]
    private static V Log2Whole<V, L>(V x) where L : ILanes<V> => L.Add(L.Fma(x, Log2E, Bits.Integral), -Bits.Integral);

    /// <summary>x − n·ln 2: the first FMA is exact.</summary>
    [MethodImpl(Inline)]
    private static V Log2Remainder<V, L>(V x, V n) where L : ILanes<V> => L.Fma(n, -Ln2Low, L.Fma(n, -Ln2, x));

    /// <summary>2ⁿ for n whole in [−1022, 1023].</summary>
    [MethodImpl(Inline)]
    private static V PowerOfTwo<V, L>(V n) where L : ILanes<V> => L.ShiftLeft(L.Add(n, Bits.Integral + Bits.Bias), Bits.Mantissa);
}
