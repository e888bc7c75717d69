using HessianGen.Mathematics;

namespace HessianGen;

public static partial class SpecialFunctions
{
    /// <summary>e^(−x²).</summary>
    /// <remarks>All reals; ±∞ ↦ 0, NaN ↦ NaN. Derivative −2x·y. Formula and error: <see cref="VectorMath.Gaussian(double)"/>.</remarks>
    public static double Gaussian(double x) => VectorMath.Gaussian(x);
}
