using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace HessianGen.Mathematics;

public static partial class VectorMath
{
    /// <summary>The complementary error function 1 − erf x = 2/√π·∫ₓ^∞ e^(−t²) dt.</summary>
    /// <remarks>
    /// Special values: NaN ↦ NaN, −∞ ↦ 2, +∞ ↦ 0; beyond 26.54 gradually to 0.
    /// From ½ on e^(−x²)·p(q) / (x + 4) with q = (x − 4) / (x + 4), one minimax polynomial of degree 20 for the whole axis (the form
    /// of M. M. Shepherd and J. G. Laframboise, Math. Comp. 36 (1981)), the rounding errors of x² and of the quotient carried along; below,
    /// 1 − x − x·p(x²) of degree 8; from −½ down 2 − erfc(−x). One division, no branch.
    /// Measured: at most 1.68 ULP for double and 0.69 for float; 3.0 ns a double in Vector512, 4.7 in Vector256 (docs/numerics.md).
    /// </remarks>
    [MethodImpl(Inline)]
    public static Vector512<double> Erfc(Vector512<double> x) => Erfc<Vector512<double>, Lanes512>(x);

    /// <inheritdoc cref="Erfc(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static Vector256<double> Erfc(Vector256<double> x) => Erfc<Vector256<double>, Lanes256>(x);

    /// <inheritdoc cref="Erfc(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static double Erfc(double x) => Erfc<double, Lanes64>(x);

    /// <inheritdoc cref="Erfc(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static Vector512<float> Erfc(Vector512<float> x) => Vector512.Narrow(
        ErfcSingle<Vector512<double>, Lanes512>(Vector512.WidenLower(x)),
        ErfcSingle<Vector512<double>, Lanes512>(Vector512.WidenUpper(x)));

    /// <inheritdoc cref="Erfc(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static Vector256<float> Erfc(Vector256<float> x) => Vector256.Narrow(
        ErfcSingle<Vector256<double>, Lanes256>(Vector256.WidenLower(x)),
        ErfcSingle<Vector256<double>, Lanes256>(Vector256.WidenUpper(x)));

    /// <inheritdoc cref="Erfc(Vector512{double})"/>
    [MethodImpl(Inline)]
    public static float Erfc(float x) => (float)ErfcSingle<double, Lanes64>(Lanes64.Widen(x));

    [MethodImpl(Inline)]
    private static V Erfc<V, L>(V x) where L : ILanes<V>
    {
        V size = L.Abs(x);
        V tail = ErfcTail<V, L>(L.AtMost(L.AtLeast(size, 0.5), 28), out V n);
        tail = L.Scale(tail, n);
        tail = L.Select(L.Less(x, 0), L.Sub(2, tail), tail);
        V middle = L.Fnma(x, ErfPolynomial<V, L>(L.Mul(x, x)), L.Sub(1, x));
        return L.Select(L.Less(size, 0.5), middle, tail);
    }

    /// <summary>erfc(size)·2⁻ⁿ for size in [½, 28].</summary>
    [MethodImpl(Inline)]
    private static V ErfcTail<V, L>(V size, out V n) where L : ILanes<V>
    {
        V d = L.Add(size, 4);
        V minus = L.Sub(0, size), exponent = L.Mul(minus, size);
        return ErfcTail<V, L>(d, L.Sub(size, L.Add(d, -4)), exponent, L.Fms(minus, size, exponent), out n);
    }

    /// <summary>erfc(x)·2⁻ⁿ for x in [½, 28], given by d = x + 4 and by the exponent −x², each as high and low word.</summary>
    [MethodImpl(Inline)]
    private static V ErfcTail<V, L>(V d, V dLow, V exponent, V exponentLow, out V n) where L : ILanes<V>
    {
        // p = e^(x²)·erfc(x)·(x + 4) in q = (x − 4) / (x + 4) = 1 − 8t
        V t = L.Div(L.Create(1), d);
        V tError = L.Fnma(t, dLow, L.Fnma(t, d, L.Create(1)));              // relative
        V u = L.Mul(t, 8), q = L.Sub(1, u);
        V drop = L.Add(q, -1), qLow = L.Sub(L.Sub(1, L.Sub(q, drop)), L.Add(u, drop));    // exact: q + qLow = 1 − u
        V slope = L.Fma(q, 0.65, -0.93);                                    // of log p, near enough
        V error = L.Fma(qLow, slope, L.Mul(tError, L.Fnma(u, slope, L.Create(1))));
        V qSquared = L.Mul(q, q);
        V f = L.Create(1.3425304515288923e-09), fOdd = L.Create(-1.178312694582296e-08);
        f = L.Fma(f, qSquared, -7.616465112692012e-08);
        fOdd = L.Fma(fOdd, qSquared, 1.1845770213481431e-07);
        f = L.Fma(f, qSquared, 1.424630609054688e-06);
        fOdd = L.Fma(fOdd, qSquared, -8.413422379576517e-07);
        f = L.Fma(f, qSquared, -1.8861057884053627e-05);
        fOdd = L.Fma(fOdd, qSquared, 4.691887459305804e-06);
        f = L.Fma(f, qSquared, 0.00017681285776798244);
        fOdd = L.Fma(fOdd, qSquared, -3.634336045302829e-06);
        f = L.Fma(f, qSquared, -0.00028095887062618463);
        fOdd = L.Fma(fOdd, qSquared, -0.00045505286053182934);
        f = L.Fma(f, qSquared, -0.02637005333998486);
        fOdd = L.Fma(fOdd, qSquared, 0.006112055678978126);
        f = L.Fma(f, qSquared, -0.174010937239942);
        fOdd = L.Fma(fOdd, qSquared, 0.07638151490751185);
        f = L.Fma(f, qSquared, -0.5408538313132352);
        fOdd = L.Fma(fOdd, qSquared, 0.3308515878780833);
        f = L.Fma(fOdd, q, f);
        V g = L.Fma(f, q, 0.773208702265236);
        V gLow = L.Fma(f, q, L.Sub(0.773208702265236, g));
        V h = L.Fma(g, q, -0.976548729080882);
        V hLow = L.Fma(gLow, q, L.Fma(g, q, L.Sub(-0.976548729080882, h)));
        V p = L.Fma(h, q, 1.095995661000491);
        V pLow = L.Fma(hLow, q, L.Add(L.Fma(h, q, L.Sub(1.095995661000491, p)), 6.033883685631318e-17));    // the constant's own low word

        V e = ExpInTwoWords<V, L>(exponent, exponentLow, out V eLow, out n);
        V product = L.Mul(e, t);
        V correction = L.Fma(product, error, L.Fma(eLow, t, L.Fms(e, t, product)));
        return L.Fma(product, p, L.Fma(product, pLow, L.Mul(correction, p)));
    }

    /// <summary>e^(high + low)·2⁻ⁿ as high and low word, for high in [−800, 0] and low its rounding error.</summary>
    [MethodImpl(Inline)]
    private static V ExpInTwoWords<V, L>(V high, V low, out V resultLow, out V n) where L : ILanes<V>
    {
        n = Log2Whole<V, L>(high);
        V exact = L.Fma(n, -Ln2, high), rest = L.Fma(n, -Ln2Low, low);
        V r = L.Add(exact, rest);
        V rLow = L.Sub(rest, L.Sub(r, exact));
        V s = L.Add(r, L.Fma(L.Mul(r, r), ExpPolynomial<V, L>(r), rLow));
        V result = L.Add(s, 1);
        resultLow = L.Sub(s, L.Add(result, -1));
        return result;
    }

    /// <summary>(eʳ − 1 − r) / r² for |r| ≤ ½·ln 2; even and odd powers apart, to halve the chain.</summary>
    [MethodImpl(Inline)]
    private static V ExpPolynomial<V, L>(V r) where L : ILanes<V>
    {
        V rSquared = L.Mul(r, r);
        V p = L.Create(2.7630248548093485e-07), pOdd = L.Create(2.500005307511079e-08);
        p = L.Fma(p, rSquared, 2.4801493098984572e-05);
        pOdd = L.Fma(pOdd, rSquared, 2.7557586415845685e-06);
        p = L.Fma(p, rSquared, 0.001388888894362965);
        pOdd = L.Fma(pOdd, rSquared, 0.0001984126950651958);
        p = L.Fma(p, rSquared, 0.04166666666653016);
        pOdd = L.Fma(pOdd, rSquared, 0.00833333333349449);
        p = L.Fma(p, rSquared, 0.5000000000000011);
        pOdd = L.Fma(pOdd, rSquared, 0.16666666666666413);
        p = L.Fma(pOdd, r, p);
        return p;
    }

    /// <summary>erf(x) / x − 1 for z = x² ≤ ¼.</summary>
    [MethodImpl(Inline)]
    private static V ErfPolynomial<V, L>(V z) where L : ILanes<V>
    {
        V p = L.Create(1.4726897879477253e-06);
        p = L.Fma(p, z, -1.4845952533043792e-05);
        p = L.Fma(p, z, 0.00012053339321401695);
        p = L.Fma(p, z, -0.0008548297842497417);
        p = L.Fma(p, z, 0.0052239773740628955);
        p = L.Fma(p, z, -0.026866170632954243);
        p = L.Fma(p, z, 0.11283791670925561);
        p = L.Fma(p, z, -0.37612638903183476);
        p = L.Fma(p, z, 0.12837916709551256);
        return p;
    }

    [MethodImpl(Inline)]
    private static V ErfcTailSingle<V, L>(V size) where L : ILanes<V>
    {
        V t = L.Div(L.Create(1), L.Add(size, 4));
        V q = L.Fma(t, -8, 1);
        V p = L.Create(0.0006686041620359713);
        p = L.Fma(p, q, 0.006162027254742586);
        p = L.Fma(p, q, -0.026839891798449655);
        p = L.Fma(p, q, 0.0762919912297478);
        p = L.Fma(p, q, -0.1739254789043226);
        p = L.Fma(p, q, 0.33086715655111115);
        p = L.Fma(p, q, -0.5408600975667418);
        p = L.Fma(p, q, 0.7732079813044616);
        p = L.Fma(p, q, -0.9765485950893155);
        p = L.Fma(p, q, 1.0959956653732674);
        return L.Mul(L.Mul(p, t), ExpInRangeSingle<V, L>(L.Mul(L.Sub(0, size), size)));
    }

    [MethodImpl(Inline)]
    private static V ErfPolynomialSingle<V, L>(V z) where L : ILanes<V>
    {
        V p = L.Create(0.004719928141500714);
        p = L.Fma(p, z, -0.026758155930276053);
        p = L.Fma(p, z, 0.1128283804983698);
        p = L.Fma(p, z, -0.3761260933921145);
        p = L.Fma(p, z, 0.128379165627797);
        return p;
    }

    [MethodImpl(Inline)]
    private static V ErfcSingle<V, L>(V x) where L : ILanes<V>
    {
        V size = L.Abs(x);
        V tail = ErfcTailSingle<V, L>(L.AtMost(L.AtLeast(size, 0.5), 10.4));
        tail = L.Select(L.Less(x, 0), L.Sub(2, tail), tail);
        V middle = L.Fnma(x, ErfPolynomialSingle<V, L>(L.Mul(x, x)), L.Sub(1, x));
        return L.Select(L.Less(size, 0.5), middle, tail);
    }
}
