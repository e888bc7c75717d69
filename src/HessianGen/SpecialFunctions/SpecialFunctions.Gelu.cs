namespace HessianGen;

public static partial class SpecialFunctions
{
    /// <summary>The Gaussian error linear unit x·Φ(x), exact, not its approximation by tanh.</summary>
    /// <remarks>
    /// All reals; −∞ ↦ −0, +∞ ↦ +∞, ±0 ↦ ±0, NaN ↦ NaN. Derivative Φ(x) + x·φ(x). D. Hendrycks and K. Gimpel, arXiv:1606.08415, section 2.
    /// Error 6.
    /// </remarks>
    public static double Gelu(double x) => x < -40 ? -0.0 : x * NormalCdf(x);
}
