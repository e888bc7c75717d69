using HessianGen.Mathematics;

namespace HessianGen;

public static partial class SpecialFunctions
{
    /// <summary>The distribution function of the standard normal distribution, Φ(x) = ½·erfc(−x/√2).</summary>
    /// <remarks>
    /// All reals; −∞ ↦ 0, +∞ ↦ 1, NaN ↦ NaN. Derivative <see cref="NormalPdf(double)">φ(x)</see>. Formula and error:
    /// <see cref="VectorMath.NormalCdf(double)"/>.
    /// </remarks>
    public static double NormalCdf(double x) => VectorMath.NormalCdf(x);
}
