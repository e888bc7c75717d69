using HessianGen.Mathematics;

namespace HessianGen;

public static partial class SpecialFunctions
{
    /// <summary>The sigmoid linear unit (swish) x·σ(x).</summary>
    /// <remarks>
    /// All reals; −∞ ↦ −0, +∞ ↦ +∞, ±0 ↦ ±0, NaN ↦ NaN. Derivative σ(x) + y·σ(−x). S. Elfwing, E. Uchibe and K. Doya, Neural Networks
    /// 107 (2018), equation (4). Error 4.
    /// </remarks>
    public static double Silu(double x) => x < -800 ? -0.0 : x * VectorMath.Sigmoid(x);
}
