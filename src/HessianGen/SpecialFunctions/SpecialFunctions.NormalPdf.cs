using HessianGen.Mathematics;

namespace HessianGen;

public static partial class SpecialFunctions
{
    /// <summary>The density of the standard normal distribution, φ(x) = e^(−x²/2) / √(2π).</summary>
    /// <remarks>All reals; ±∞ ↦ 0, NaN ↦ NaN. Derivative −x·φ(x). Formula and error: <see cref="VectorMath.NormalPdf(double)"/>.</remarks>
    public static double NormalPdf(double x) => VectorMath.NormalPdf(x);
}
