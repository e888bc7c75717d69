namespace HessianGen;

public static partial class SpecialFunctions
{
    /// <summary>
    /// The derivative of that order of log R(t) with R(t) = (1 − Φ(t))/φ(t), Mills' ratio: what the higher derivatives of
    /// <see cref="LogNormalCdf(double)">log Φ</see> are made of, since log Φ(x) = log R(−x) − x²/2 − ½·log 2π.
    /// </summary>
    /// <param name="order">A whole number from 0 to 100, else the result is NaN; in differentiated code a constant.</param>
    /// <param name="t">The argument.</param>
    /// <remarks>
    /// <para>All reals; NaN ↦ NaN. Derivative the next order.</para>
    /// <para>R(t) = J₀(t) of the integrals Jₙ(t) = ∫₀^∞ uⁿ/n!·exp(−t·u − u²/2) du, and its Taylor coefficients are (−1)ⁿ·Jₙ(t). The Jₙ are the
    /// minimal solution of (n + 1)·Jₙ₊₁ = Jₙ₋₁ − t·Jₙ: from t = 2 on their ratios Jₙ/Jₙ₋₁ = 1 / (t + (n + 1)·Jₙ₊₁/Jₙ) come from this continued
    /// fraction, begun at its far end (W. Gautschi, SIAM Rev. 9 (1967), algorithm (3.9)), and the series of the logarithm from that of R.
    /// Below 2 the derivatives are those of m(x) = φ(x)/Φ(x) at x = −t by m′ = −m·(x + m). Errors 20, 150, 800 and
    /// 4,000 for the orders 1 to 4, greatest just below t = 2. At most 132 divisions.</para>
    /// </remarks>
    public static double LogMillsRatio(double order, double t)
    {
        if (!IsOrder(order, 0) || double.IsNaN(t)) return double.NaN;
        int n = (int)order;
        if (n == 0) return t > 0 ? Math.Log(SqrtHalfPi * Erfcx(t / Sqrt2)) : 0.5 * t * t + HalfLogTwoPi + LogNormalCdf(-t);
        return t < 2 ? LogMillsBelow(n, t) : LogMillsBeyond(n, t);
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
