namespace HessianGen;

public static partial class SpecialFunctions
{
    // The zero of ψ in two words.
    private const double DigammaZero = 1.4616321449683622, DigammaZeroLow = 9.549995429965697e-17;

    // ψ(1.5 + z) / (1.5 + z − zero) for |z| ≤ ½, Chebyshev's series to 22 terms, error 2·10⁻¹⁷.
    private static ReadOnlySpan<double> DigammaNearZero =>
    [
        -0.00017312261802727394, 0.00025968482126430747, -0.00015148586836773365, 0.0002272331660987376, -0.0004821990530566789,
        0.0007233266279287554, -0.0010376374098418604, 0.0015566317474486838, -0.002345267632540769, 0.003519006401502276,
        -0.005279964873257405, 0.007926944646403797, -0.011908218001568644, 0.0179072524394512, -0.02697579675613825, 0.04076083381242074,
        -0.061922133273064534, 0.09498872445494122, -0.14840492305390884, 0.2405424842407742, -0.4236274212814605, 0.951055876031833,
    ];

    /// <summary>ψ(x) = Γ′(x)/Γ(x), the derivative of <see cref="LogGamma(double)">log Γ</see>.</summary>
    /// <remarks>
    /// All reals but the poles; ±0 ↦ ∓∞, negative integers and −∞ ↦ NaN, +∞ ↦ +∞, NaN ↦ NaN. Derivative <see cref="Trigamma(double)">ψ′</see>.
    /// On [1, 2] a polynomial with the zero 1.4616... split off, up to 10 ψ(x + 1) = ψ(x) + 1/x, beyond the asymptotic series (M. Abramowitz and
    /// I. A. Stegun, Handbook of Mathematical Functions, 6.3.5 and 6.3.18); below −½ the reflection π·cot πx (6.3.7), where the error is
    /// absolute near the zeros. Error 5.
    /// </remarks>
    public static double Digamma(double x)
    {
        if (x <= -0.5) return x == Math.Floor(x) ? double.NaN : Digamma(-x) - 1 / x - Math.PI / double.TanPi(x);
        if (x < 0) return Digamma(x + 2) - 1 / (x + 1) - 1 / x;
        if (x < 1) return Digamma(x + 1) - 1 / x;
        double sum = 0;
        if (x >= 10)
        {
            double t = 1 / x, square = t * t;
            sum = Horner(square, [-3617.0 / 8160, 1.0 / 12, -691.0 / 32760, 1.0 / 132, -1.0 / 240, 1.0 / 252, -1.0 / 120, 1.0 / 12]);
            return Math.Log(x) - (0.5 * t + square * sum);
        }

        while (x > 2) sum += 1 / --x;
        return sum + (x - DigammaZero - DigammaZeroLow) * Horner(x - 1.5, DigammaNearZero);
    }
}
