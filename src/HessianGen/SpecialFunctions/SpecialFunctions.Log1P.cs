using HessianGen.Mathematics;

namespace HessianGen;

public static partial class SpecialFunctions
{
    /// <summary>log(1 + x), accurate also near 0, which <see cref="double.LogP1(double)"/> is not.</summary>
    /// <remarks>
    /// From −1 on; −1 ↦ −∞, +∞ ↦ +∞, ±0 ↦ ±0, below −1 NaN. Derivative 1/(1 + x). Formula and error: <see cref="VectorMath.LogP1(double)"/>.
    /// </remarks>
    public static double Log1P(double x) => VectorMath.LogP1(x);
}
