using HessianGen.Mathematics;

namespace HessianGen;

public static partial class SpecialFunctions
{
    /// <summary>eˣ − 1, accurate also near 0, which <see cref="double.ExpM1(double)"/> is not.</summary>
    /// <remarks>
    /// All reals; −∞ ↦ −1, +∞ ↦ +∞, ±0 ↦ ±0, NaN ↦ NaN. Derivative eˣ. Formula and error: <see cref="VectorMath.ExpM1(double)"/>.
    /// </remarks>
    public static double ExpM1(double x) => VectorMath.ExpM1(x);
}
