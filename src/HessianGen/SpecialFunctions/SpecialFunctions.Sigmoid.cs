using HessianGen.Mathematics;

namespace HessianGen;

public static partial class SpecialFunctions
{
    /// <summary>The logistic function σ(x) = 1 / (1 + e⁻ˣ).</summary>
    /// <remarks>
    /// All reals; −∞ ↦ 0, +∞ ↦ 1, NaN ↦ NaN. Derivative σ(x)·σ(−x): with 1 − σ(x) in its place the digits of the right tail would be
    /// lost. Formula and error: <see cref="VectorMath.Sigmoid(double)"/>.
    /// </remarks>
    public static double Sigmoid(double x) => VectorMath.Sigmoid(x);
}
