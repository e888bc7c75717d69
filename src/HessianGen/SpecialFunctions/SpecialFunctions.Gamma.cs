namespace HessianGen;

public static partial class SpecialFunctions
{
    // 1/Γ(2 + z) for |z| ≤ ½, Chebyshev's series to 17 terms, error 10⁻²⁰.
    private static ReadOnlySpan<double> ReciprocalGamma =>
    [
        -1.2605152941784441e-09, 6.3709256998596e-09, -1.6530712714336896e-10, -2.0551560651695188e-07, 1.3385028943473512e-06,
        -2.5889854891223673e-06, -1.7545859930322217e-05, 0.0001455961408820355, -0.00036083781624140577, -0.0008043297755100693,
        0.008023273022266813, -0.017645244550148063, -0.024552490005400007, 0.1910911013876916, -0.23309373642178674, -0.42278433509846713, 1,
    ];

    /// <summary>Euler's Γ(x) = ∫₀^∞ tˣ⁻¹·e⁻ᵗ dt, continued to negative x: (x − 1)! at whole numbers.</summary>
    /// <remarks>
    /// All reals but the poles; ±0 ↦ ±∞, negative integers and −∞ ↦ NaN, +∞ and from 171.63 on +∞, NaN ↦ NaN; up to 23 whole numbers give exact
    /// factorials. Derivative Γ(x)·<see cref="Digamma(double)">ψ(x)</see>. Up to 12 Γ(x + 1) = x·Γ(x) down to the neighbourhood of 2, where
    /// 1/Γ is a polynomial; beyond, J. Stirling's series with the power split against overflow (M. Abramowitz and I. A. Stegun, Handbook of
    /// Mathematical Functions, 6.1.15 and 6.1.40); below −½ the reflection π / sin πx (6.1.17). Error 8.
    /// </remarks>
    public static double Gamma(double x)
    {
        if (Math.Abs(x) < 0.5) return 1 / (Horner(x, ReciprocalGamma) * x * (1 + x));
        if (x < 0) return GammaBelow(x);
        if (x < 1.5) return 1 / (Horner(x - 1, ReciprocalGamma) * x);
        if (x > 12 && !(x <= 23 && x == Math.Floor(x))) return GammaBeyond(x);
        double product = 1;
        while (x > 2.5) product *= --x;
        return product / Horner(x - 2, ReciprocalGamma);
    }

    private static double GammaBeyond(double x)
    {
        if (x > 172) return double.PositiveInfinity;
        double root = Math.Pow(x, 0.5 * x - 0.25);
        return root * (SqrtTwoPi * Math.Exp(-x)) * Math.Exp(StirlingSeries(x)) * root;
    }

    private static double GammaBelow(double x)
    {
        if (x == Math.Floor(x)) return double.NaN;
        if (x < -190) return Math.Floor(x) % 2 == 0 ? 0 : -0.0;
        if (x > -170) return -Math.PI / (x * double.SinPi(x) * Gamma(-x));
        double y = Gamma(x + 30);
        for (int k = 29; k >= 0; k--) y /= x + k;
        return y;
    }

    /// <summary>1/(12x) − 1/(360x³) + ... for x ≥ 10.</summary>
    private static double StirlingSeries(double x)
    {
        double t = 1 / x;
        return t * Horner(t * t, [-3617.0 / 122400, 1.0 / 156, -691.0 / 360360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12]);
    }
}
