namespace HessianGen;

public static partial class SpecialFunctions
{
    /// <summary>The density of the standard normal distribution, φ(x) = e^(−x²/2) / √(2π).</summary>
    /// <remarks>All reals; ±∞ ↦ 0, NaN ↦ NaN. Derivative −x·φ(x). Computed as <see cref="Gaussian(double)"/> is. Error 4.</remarks>
    public static double NormalPdf(double x) => InverseSqrtTwoPi * ExpOfSquare(x, 0.5);
}
