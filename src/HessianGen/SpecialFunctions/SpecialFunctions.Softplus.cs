using HessianGen.Mathematics;

namespace HessianGen;

public static partial class SpecialFunctions
{
    /// <summary>log(1 + eˣ), a smooth max(x, 0).</summary>
    /// <remarks>
    /// All reals; −∞ ↦ 0, +∞ ↦ +∞, NaN ↦ NaN. Derivative <see cref="Sigmoid(double)"/>. Formula and error:
    /// <see cref="VectorMath.Softplus(double)"/>.
    /// </remarks>
    public static double Softplus(double x) => VectorMath.Softplus(x);
}
