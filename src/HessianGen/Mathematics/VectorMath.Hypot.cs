using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace HessianGen.Mathematics;

public static partial class VectorMath
{
    /// <summary>√(x² + y²) without overflow or underflow on the way.</summary>
    /// <remarks>
    /// Special values: +∞ if either is infinite, also beside NaN; else NaN if either is NaN.
    /// Both are scaled by a power of two where a square could leave the range; the squares are added in one FMA. One square root, no branch.
    /// Measured: at most 1.00 ULP for double and 0.50 for float; 0.7 ns a double in Vector512, 1.0 in Vector256 (docs/numerics.md).
    /// </remarks>
    [MethodImpl(Inline)]
    public static Vector512<double> Hypot(Vector512<double> x, Vector512<double> y) => Hypot<Vector512<double>, Lanes512>(x, y);

    /// <inheritdoc cref="Hypot(Vector512{double}, Vector512{double})"/>
    [MethodImpl(Inline)]
    public static Vector256<double> Hypot(Vector256<double> x, Vector256<double> y) => Hypot<Vector256<double>, Lanes256>(x, y);

    /// <inheritdoc cref="Hypot(Vector512{double}, Vector512{double})"/>
    [MethodImpl(Inline)]
    public static double Hypot(double x, double y) => Hypot<double, Lanes64>(x, y);

    /// <inheritdoc cref="Hypot(Vector512{double}, Vector512{double})"/>
    [MethodImpl(Inline)]
    public static Vector512<float> Hypot(Vector512<float> x, Vector512<float> y) => Vector512.Narrow(
        HypotSingle<Vector512<double>, Lanes512>(Vector512.WidenLower(x), Vector512.WidenLower(y)),
        HypotSingle<Vector512<double>, Lanes512>(Vector512.WidenUpper(x), Vector512.WidenUpper(y)));

    /// <inheritdoc cref="Hypot(Vector512{double}, Vector512{double})"/>
    [MethodImpl(Inline)]
    public static Vector256<float> Hypot(Vector256<float> x, Vector256<float> y) => Vector256.Narrow(
        HypotSingle<Vector256<double>, Lanes256>(Vector256.WidenLower(x), Vector256.WidenLower(y)),
        HypotSingle<Vector256<double>, Lanes256>(Vector256.WidenUpper(x), Vector256.WidenUpper(y)));

    /// <inheritdoc cref="Hypot(Vector512{double}, Vector512{double})"/>
    [MethodImpl(Inline)]
    public static float Hypot(float x, float y) => (float)HypotSingle<double, Lanes64>(Lanes64.Widen(x), Lanes64.Widen(y));

    [MethodImpl(Inline)]
    private static V Hypot<V, L>(V x, V y) where L : ILanes<V>
    {
        V a = L.Abs(x), b = L.Abs(y);
        V isLess = L.Less(a, b);
        V great = L.Select(isLess, b, a), small = L.Select(isLess, a, b);
        V isHuge = L.Less(L.Create(TwoToThe500), great), isTiny = L.Less(great, 1 / TwoToThe500);
        V scale = L.Select(isHuge, L.Create(1 / TwoToThe600), L.Select(isTiny, L.Create(TwoToThe600), L.Create(1)));
        V inverse = L.Select(isHuge, L.Create(TwoToThe600), L.Select(isTiny, L.Create(1 / TwoToThe600), L.Create(1)));
        great = L.Mul(great, scale);
        small = L.Mul(small, scale);
        V root = L.Mul(L.Sqrt(L.Fma(great, great, L.Mul(small, small))), inverse);
        return InfiniteIfEither<V, L>(a, b, root);
    }

    private const double TwoToThe500 = 3.2733906078961419e150, TwoToThe600 = 4.1495155688809930e180;

    [MethodImpl(Inline)]
    private static V InfiniteIfEither<V, L>(V a, V b, V result) where L : ILanes<V>
    {
        V isInfinite = L.Or(L.Equal(a, double.PositiveInfinity), L.Equal(b, double.PositiveInfinity));
        return L.Select(isInfinite, L.Create(double.PositiveInfinity), result);
    }

    [MethodImpl(Inline)]
    private static V HypotSingle<V, L>(V x, V y) where L : ILanes<V> =>
        InfiniteIfEither<V, L>(L.Abs(x), L.Abs(y), L.Sqrt(L.Fma(x, x, L.Mul(y, y))));
}
