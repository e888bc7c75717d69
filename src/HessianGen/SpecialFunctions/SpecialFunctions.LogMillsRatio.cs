namespace HessianGen;

public static partial class SpecialFunctions
{
    // (−1)ⁿ·(t + 3)ⁿ·(log R)⁽ⁿ⁾(t) / (n − 1)! for t ≥ 0 in q = (t − 3) / (t + 3), Chebyshev's series to 31, 33 and 37 terms, error 10⁻¹⁷.
    private static ReadOnlySpan<double> LogMillsFirst =>
    [
        -3.4574817224390443e-09, -7.620166566062189e-09, 1.8417761549733763e-08, 5.732783384467413e-08, -1.099228334375585e-09,
        -1.1387133294191201e-07, -2.0188037456488853e-07, -4.7080795959098815e-07, 9.584501275871011e-08, 3.686224679870683e-06,
        5.116273105171082e-06, -1.0490094883768402e-05, -3.28863640666569e-05, 5.400221309169927e-06, 0.00012226044835933464,
        9.18650516239448e-05, -0.00032288330939120384, -0.0005421540995265399, 0.0006121267772269917, 0.0020435259083006786,
        -0.0006340027171224712, -0.006371543725172122, -0.0009428857512309711, 0.018431224994304527, 0.007699762305953827,
        -0.05463860594418517, -0.02543475064114812, 0.18569957991790975, 0.017163146774303403, -0.8415387946870332,
        1.698591929582619,
    ];

    // n = 2.
    private static ReadOnlySpan<double> LogMillsSecond =>
    [
        4.816717003993912e-08, -9.62727590007005e-09, -4.923121802036525e-07, -5.742383567595183e-08, 2.153054819808215e-06,
        8.789216776920899e-07, -4.624770119895416e-06, -2.546673839846785e-06, 2.2460300113619028e-06, -6.911999766513706e-06,
        8.450876938020833e-06, 7.935631026273993e-05, 3.3460522065110904e-05, -0.0003123291162046422, -0.0004274166994510579,
        0.0006892318830696012, 0.0019873888459034372, -0.00048634221876898336, -0.006221451743211871, -0.003069789953953367,
        0.015005699357216193, 0.01717678996916853, -0.029452821928181164, -0.05737541020915283, 0.04885792244829026,
        0.15499288598104977, -0.075120238858637, -0.3740302095019023, 0.14601927651643318, 0.8445373222362611,
        -0.5056092994308344, -1.7174038829226732, 2.5401307242696523,
    ];

    // n = 3.
    private static ReadOnlySpan<double> LogMillsThird =>
    [
        -1.5453329394109831e-07, -1.2498501490579795e-07, 1.569420235609518e-06, 1.6175331938748889e-06, -6.970122412332608e-06,
        -9.37420299769652e-06, 1.6674662116478585e-05, 3.140570959834446e-05, -1.9645779725441696e-05, -6.489634830498419e-05,
        5.585469502500403e-06, 8.841513233105672e-05, -3.3366277008920554e-05, -0.00017277627409537804, 0.000261899212577949,
        0.000860949701029834, -0.0005174158846140032, -0.0036352964902800896, -0.0012817290162655754, 0.010402516528142664,
        0.012018878036920214, -0.020035259525386144, -0.046121613217822446, 0.020527184107263754, 0.12499306453424538,
        0.021614876713912472, -0.27118921452221517, -0.16830064081047863, 0.5024789527662371, 0.5020362967987048,
        -0.8429560560808473, -1.08374501667078, 1.3731333532960368, 1.8193047525576524, -2.278024582215972, -2.070496524953175,
        3.3988326657309886,
    ];

    /// <summary>
    /// The derivative of that order of log R(t) with R(t) = (1 − Φ(t))/φ(t), Mills' ratio: what the higher derivatives of
    /// <see cref="LogNormalCdf(double)">log Φ</see> are made of, since log Φ(x) = log R(−x) − x²/2 − ½·log 2π.
    /// </summary>
    /// <param name="order">A whole number from 0 to 100, else the result is NaN; in differentiated code a constant.</param>
    /// <param name="t">The argument.</param>
    /// <remarks>
    /// <para>All reals; NaN ↦ NaN. Derivative the next order.</para>
    /// <para>The orders 1 to 3 from t = 0 on are polynomials in (t − 3) / (t + 3), over (t + 3)ⁿ: the form of M. M. Shepherd and
    /// J. G. Laframboise, Math. Comp. 36 (1981), for R itself. Higher orders from t = 2 on: R(t) = J₀(t) of the integrals
    /// Jₙ(t) = ∫₀^∞ uⁿ/n!·exp(−t·u − u²/2) du, and its Taylor coefficients are (−1)ⁿ·Jₙ(t). The Jₙ are the minimal solution of
    /// (n + 1)·Jₙ₊₁ = Jₙ₋₁ − t·Jₙ: their ratios come from this continued fraction, begun at its far end (W. Gautschi, SIAM Rev. 9
    /// (1967), algorithm (3.9)), and the series of the logarithm from that of R. Else the derivatives are those of m(x) = φ(x)/Φ(x) at x = −t
    /// by m′ = −m·(x + m). Errors 4, 12, 35 and 4,000 for the orders 1 to 4. Two divisions up to order 3, above at most 132.</para>
    /// </remarks>
    public static double LogMillsRatio(double order, double t)
    {
        if (!IsOrder(order) || double.IsNaN(t)) return double.NaN;
        int n = (int)order;
        if (n == 0) return t > 0 ? Math.Log(SqrtHalfPi * Erfcx(t / Sqrt2)) : 0.5 * t * t + HalfLogTwoPi + LogNormalCdf(-t);
        if (n > 3) return t < 2 ? LogMillsBelow(n, t) : LogMillsBeyond(n, t);
        if (t < 0) return LogMillsBelow(n, t);
        return n == 1 ? -LogMillsAbove(1, t, LogMillsFirst) : n == 2 ? LogMillsAbove(2, t, LogMillsSecond) : -2 * LogMillsAbove(3, t, LogMillsThird);
    }

    private static double LogMillsAbove(int n, double t, ReadOnlySpan<double> coefficients)
    {
        double inverse = 1 / (t + 3), q = (t - 3) * inverse;
        q = t < 1e17 ? q + Math.FusedMultiplyAdd(-q, t + 3, t - 3) * inverse : 1;
        return Horner(q, coefficients) * Power(inverse, n);
    }

    /// <summary>For n ≥ 1: t − m, 1 + m′, and from n = 3 on (−1)ⁿ·m⁽ⁿ⁻¹⁾, by the rule of Leibniz.</summary>
    private static double LogMillsBelow(int n, double t)
    {
        Span<double> m = stackalloc double[n];
        m[0] = InverseMillsRatio(-t);
        if (m[0] == 0) return n == 1 ? t : n == 2 ? 1 : 0;
        for (int k = 0; k < n - 1; k++)
        {
            double sum = -t * m[k], binomial = 1;
            if (k > 0) sum += k * m[k - 1];
            for (int j = 0; j <= k; j++)
            {
                sum += binomial * m[j] * m[k - j];
                binomial = binomial * (k - j) / (j + 1);
            }

            m[k + 1] = -sum;
        }

        double last = m[n - 1];
        return n == 1 ? t - last : n == 2 ? 1 + last : n % 2 == 0 ? last : -last;
    }

    /// <summary>For n ≥ 1: n! times the coefficient cₙ of the logarithm of Σ aₖ·zᵏ, k·cₖ = k·aₖ − Σ j·cⱼ·aₖ₋ⱼ over 0 &lt; j &lt; k.</summary>
    private static double LogMillsBeyond(int n, double t)
    {
        Span<double> a = stackalloc double[n + 1], scaled = stackalloc double[n + 1];
        double ratio = 0, factorial = 1;
        for (int k = n + (int)(12 + 480 / (t * t)); k > 0; k--)
        {
            ratio = 1 / (t + (k + 1) * ratio);
            if (k <= n) a[k] = -ratio;
        }

        a[0] = 1;
        for (int k = 1; k <= n; k++)
        {
            a[k] *= a[k - 1];
            scaled[k] = k * a[k];
            for (int j = 1; j < k; j++) scaled[k] -= scaled[j] * a[k - j];
            if (k < n) factorial *= k;
        }

        return factorial * scaled[n];
    }
}
