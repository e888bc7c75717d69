using HessianGen.Mathematics;

namespace HessianGen;

public static partial class SpecialFunctions
{
    // log Γ(2 + z) / z for |z| ≤ ½, Chebyshev's series to 19 terms, error 6·10⁻¹⁹.
    private static ReadOnlySpan<double> LogGammaNearTwo =>
    [
        -1.3219945666117874e-07, 2.78740805211359e-07, -4.3252393445604814e-07, 9.200527894968101e-07, -2.0439048107029907e-06,
        4.38470440459836e-06, -9.438715099211532e-06, 2.0505590755833454e-05, -4.49263133791557e-05, 9.945767355819498e-05,
        -0.00022315475400520507, 0.0005096695154115458, -0.0011927539118428156, 0.002890510331034267, -0.0073855510286719986,
        0.02058080842778038, -0.0673523010531981, 0.32246703342411326, 0.42278433509846713,
    ];

    /// <summary>log |Γ(x)|: where x is positive, of the factorial's extension.</summary>
    /// <remarks>
    /// All reals but the poles; 0, negative integers and ±∞ ↦ +∞, NaN ↦ NaN. Derivative <see cref="Digamma(double)">ψ(x)</see>. Near 1 and 2,
    /// where it is zero, the factor x − 1 or x − 2 is split off; up to 10 log Γ(x + 1) = log x + log Γ(x), beyond J. Stirling's series (M.
    /// Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 6.1.15 and 6.1.41); below −½ the reflection
    /// π / sin πx (6.1.17), where the error is absolute near the zeros. Error 4.
    /// </remarks>
    public static double LogGamma(double x)
    {
        if (x <= -0.5) return x == Math.Floor(x) ? double.PositiveInfinity : Math.Log(Math.PI / Math.Abs(x * double.SinPi(x))) - LogGamma(-x);
        if (x < 0.5) return x * Horner(x, LogGammaNearTwo) - VectorMath.LogP1(x) - Math.Log(Math.Abs(x));
        if (x < 1.5) return (x - 1) * Horner(x - 1, LogGammaNearTwo) - VectorMath.LogP1(x - 1);
        if (x >= 10) return (x - 0.5) * (Math.Log(x) - 1) + (HalfLogTwoPi - 0.5) + StirlingSeries(x);
        double product = 1;
        while (x > 2.5) product *= --x;
        return Math.Log(product) + (x - 2) * Horner(x - 2, LogGammaNearTwo);
    }
}
