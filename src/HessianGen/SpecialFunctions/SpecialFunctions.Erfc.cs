using HessianGen.Mathematics;

namespace HessianGen;

public static partial class SpecialFunctions
{
    // (x + 4)·erfcx(x) in q = (x − 4) / (x + 4), Chebyshev's series to 28 terms, error 4·10⁻²⁰.
    private static ReadOnlySpan<double> ScaledErfc =>
    [
        -9.956750662665546e-13, 2.8255022683936366e-11, 1.8363499804510302e-11, -3.628073997413628e-10, -1.6945840654925974e-10,
        2.81029590442366e-09, 9.410211286625987e-10, -1.8980749898453478e-08, -6.350672506183246e-10, 1.2773778612730447e-07,
        -7.404587657243396e-08, -8.484154436848105e-07, 1.4233064748290519e-06, 4.695301179384194e-06, -1.8860547339259208e-05,
        -3.6354053224134897e-06, 0.00017681273477231196, -0.0004550526441906738, -0.00028095885249692574, 0.006112055651606664,
        -0.026370053341526353, 0.07638151490953414, -0.17401093723987482, 0.3308515878780067, -0.5408538313132364, 0.7732087022652371,
        -0.976548729080882, 1.095995661000491,
    ];

    /// <summary>The complementary error function 1 − erf x.</summary>
    /// <remarks>
    /// All reals; −∞ ↦ 2, +∞ ↦ 0, NaN ↦ NaN. Derivative −2/√π·<see cref="Gaussian(double)">e^(−x²)</see>. Formula and error:
    /// <see cref="VectorMath.Erfc(double)"/>.
    /// </remarks>
    public static double Erfc(double x) => VectorMath.Erfc(x);

    /// <summary>e^(x²)·erfc x from 0 on: M. M. Shepherd and J. G. Laframboise, Math. Comp. 36 (1981), equation (3) with K = 4.</summary>
    private static double Erfcx(double x)
    {
        if (x > 1e17) return InverseSqrtPi / x;
        double t = 1 / (x + 4), q = (x - 4) * t;
        q += Math.FusedMultiplyAdd(-q, x + 4, x - 4) * t;
        return Horner(q, ScaledErfc) / (x + 4);
    }
}
