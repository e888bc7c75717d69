namespace HessianGen;

public static partial class SpecialFunctions
{
    /// <summary>
    /// rₙ(t) = Jₙ(t) / Jₙ₋₁(t) of the integrals Jₙ(t) = ∫₀^∞ uⁿ/n!·exp(−t·u − u²/2) du, with J₋₁ = 1: what the higher derivatives of
    /// <see cref="LogNormalCdf(double)">log Φ</see> are made of. r₀ is Mills' ratio (1 − Φ(t))/φ(t), and r₁(−x) = x + φ(x)/Φ(x).
    /// </summary>
    /// <remarks>
    /// Orders 0 to 100 and all reals; another order gives NaN; t → −∞ gives +∞, +∞ gives 0, NaN ↦ NaN. Derivative
    /// r·(n·r − (n + 1)·rₙ₊₁) = rₙ/rₙ₋₁ − 1, of which the first is used above 0 and the second below. The integrals are the minimal solution
    /// of (n + 1)·Jₙ₊₁ = Jₙ₋₁ − t·Jₙ, hence rₙ = 1 / (t + (n + 1)·rₙ₊₁): from t = 2 on this continued fraction is evaluated from its far
    /// end (W. Gautschi, SIAM Rev. 9 (1967), algorithm (3.9)), below 2 the recurrence runs upwards from r₀. Error 8 for n ≤ 1,
    /// growing below t = 2 about fourfold an order. At most 132 divisions.
    /// </remarks>
    public static double MillsQuotient(double order, double t)
    {
        if (!IsOrder(order, 0) || double.IsNaN(t)) return double.NaN;
        int n = (int)order;
        double r = 0;
        if (n == 0) return t < 0 ? 1 / InverseMillsRatio(-t) : SqrtHalfPi * Erfcx(t / Sqrt2);
        if (t >= 2)
        {
            for (int k = n + (int)(12 + 480 / (t * t)); k >= n; k--) r = 1 / (t + (k + 1) * r);
            return r;
        }

        r = InverseMillsRatio(-t) - t;
        for (int k = 2; k <= n; k++) r = (1 / r - t) / k;
        return r;
    }

    /// <inheritdoc cref="MillsQuotient(double, double)"/>
    public static float MillsQuotient(float order, float t) => (float)MillsQuotient((double)order, (double)t);
}
