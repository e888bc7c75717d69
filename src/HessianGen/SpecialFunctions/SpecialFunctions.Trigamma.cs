namespace HessianGen;

public static partial class SpecialFunctions
{
    /// <summary>ψ′(x), the second derivative of <see cref="LogGamma(double)">log Γ</see>.</summary>
    /// <remarks>
    /// All reals but the poles; 0 and negative integers ↦ +∞, +∞ ↦ 0, −∞ and NaN ↦ NaN. Derivative
    /// <see cref="Polygamma(double, double)">ψ″</see>. It is polygamma of order 1, where formula and error stand.
    /// </remarks>
    public static double Trigamma(double x) => Polygamma(1, x);
}
