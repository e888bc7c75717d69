using HessianGen.Mathematics;

namespace HessianGen;

public static partial class SpecialFunctions
{
    /// <summary>log Φ(x), the logarithm of the standard normal distribution function: the log-likelihood of probit regression.</summary>
    /// <remarks>
    /// All reals; −∞ ↦ −∞, +∞ ↦ −0, NaN ↦ NaN. Derivative <see cref="InverseMillsRatio(double)">φ(x)/Φ(x)</see>. From 0 on
    /// log(1 − Φ(−x)); below −x²/2 + log(½·erfcx(−x/√2)), which never underflows (M. Abramowitz and I. A. Stegun, Handbook of Mathematical
    /// Functions, 26.2.29 and 7.1.2). Error 6.
    /// </remarks>
    public static double LogNormalCdf(double x) =>
        x > 0 ? VectorMath.LogP1(-NormalCdf(-x)) : -0.5 * x * x + Math.Log(0.5 * Erfcx(-x / Sqrt2));
}
