using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace HessianGen.Mathematics;

public static partial class VectorMath
{
    /// <summary>The inverse sine, in [−π/2, π/2].</summary>
    /// <remarks>
    /// Special values: NaN ↦ NaN, ±0 ↦ ±0, ±1 ↦ ±π/2, beyond ±1 NaN.
    /// s + s³·p(s²) for s = |x| up to ½, above π/2 − 2·(s + s³·p(s²)) with s = √((1 − |x|) / 2) (Cody and Waite, 1980), p
    /// minimax of degree 12. One square root, no branch.
    /// Measured: at most 1.07 ULP for double and 0.50 for float; 0.9 ns a double in Vector512, 1.2 in Vector256 (docs/numerics.md).
    /// </remarks>
    [MethodImpl(Inline)]
    public static Vector512<double> Asin(Vector512<double> x) => Asin<Vector512<double>, Lanes512>(x);

    /// <inheritdoc cref="Asin(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static Vector256<double> Asin(Vector256<double> x) => Asin<Vector256<double>, Lanes256>(x);

    /// <inheritdoc cref="Asin(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static double Asin(double x) => Asin<double, Lanes64>(x);

    /// <inheritdoc cref="Asin(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static Vector512<float> Asin(Vector512<float> x) => Vector512.Narrow(
        AsinSingle<Vector512<double>, Lanes512>(Vector512.WidenLower(x)),
        AsinSingle<Vector512<double>, Lanes512>(Vector512.WidenUpper(x)));

    /// <inheritdoc cref="Asin(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static Vector256<float> Asin(Vector256<float> x) => Vector256.Narrow(
        AsinSingle<Vector256<double>, Lanes256>(Vector256.WidenLower(x)),
        AsinSingle<Vector256<double>, Lanes256>(Vector256.WidenUpper(x)));

    /// <inheritdoc cref="Asin(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static float Asin(float x) => (float)AsinSingle<double, Lanes64>(Lanes64.Widen(x));

    [MethodImpl(Inline)]
    private static V Asin<V, L>(V x) where L : ILanes<V>
    {
        V size = L.Abs(x);
        V isSmall = L.Less(size, 0.5);
        V z = L.Select(isSmall, L.Mul(size, size), L.Fma(size, -0.5, 0.5));
        V s = L.Select(isSmall, size, L.Sqrt(z));
        V factor = L.Select(isSmall, L.Create(1), L.Create(-2));
        V turn = L.Select(isSmall, L.Create(0), L.Create(Math.PI / 2));
        return L.CopySign(TurnPlus<V, L>(turn, factor, s, L.Mul(L.Mul(s, z), AsinPolynomial<V, L>(z))), x);
    }

    /// <summary>turn + factor·(s + correction) for a turn of 0, π/2 or π, and that not the smaller summand.</summary>
    [MethodImpl(Inline)]
    private static V TurnPlus<V, L>(V turn, V factor, V s, V correction) where L : ILanes<V>
    {
        V head = L.Fma(factor, s, turn);
        V error = L.Fma(factor, s, L.Sub(turn, head));
        return L.Add(head, L.Add(error, L.Fma(factor, correction, L.Mul(turn, PiLow / Math.PI))));
    }

    /// <summary>(asin s − s) / s³ for z = s² ≤ ¼.</summary>
    [MethodImpl(Inline)]
    private static V AsinPolynomial<V, L>(V z) where L : ILanes<V>
    {
        V p = L.Create(0.03267692128378328);
        p = L.Fma(p, z, -0.02107736507817592);
        p = L.Fma(p, z, 0.021763567064960684);
        p = L.Fma(p, z, 0.0036830072007859272);
        p = L.Fma(p, z, 0.010786540058328332);
        p = L.Fma(p, z, 0.011397773721935404);
        p = L.Fma(p, z, 0.013980961759864926);
        p = L.Fma(p, z, 0.017351600064404008);
        p = L.Fma(p, z, 0.022372215661824697);
        p = L.Fma(p, z, 0.030381942683570348);
        p = L.Fma(p, z, 0.04464285717512133);
        p = L.Fma(p, z, 0.07499999999970262);
        p = L.Fma(p, z, 0.16666666666666763);
        return p;
    }

    [MethodImpl(Inline)]
    private static V AsinSingle<V, L>(V x) where L : ILanes<V>
    {
        V size = L.Abs(x);
        V isSmall = L.Less(size, 0.5);
        V z = L.Select(isSmall, L.Mul(size, size), L.Fma(size, -0.5, 0.5));
        V y = AsinReducedSingle<V, L>(L.Select(isSmall, size, L.Sqrt(z)), z);
        return L.CopySign(L.Select(isSmall, y, L.Fma(y, -2, Math.PI / 2)), x);
    }

    [MethodImpl(Inline)]
    private static V AsinReducedSingle<V, L>(V s, V z) where L : ILanes<V>
    {
        V p = L.Create(0.037564885231834315);
        p = L.Fma(p, z, 0.014402846658291455);
        p = L.Fma(p, z, 0.03181754838291239);
        p = L.Fma(p, z, 0.04451572662023637);
        p = L.Fma(p, z, 0.07500510903462432);
        p = L.Fma(p, z, 0.16666659871370082);
        return L.Fma(L.Mul(s, z), p, s);
    }
}
