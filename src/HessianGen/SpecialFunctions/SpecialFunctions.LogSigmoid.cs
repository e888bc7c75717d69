using HessianGen.Mathematics;

namespace HessianGen;

public static partial class SpecialFunctions
{
    /// <summary>log σ(x) = −log(1 + e⁻ˣ): the log-probability that logistic regression gives to the label 1.</summary>
    /// <remarks>
    /// All reals; −∞ ↦ −∞, +∞ ↦ −0, NaN ↦ NaN. Derivative σ(−x). It is −softplus(−x); error: <see cref="VectorMath.Softplus(double)"/>.
    /// </remarks>
    public static double LogSigmoid(double x) => -VectorMath.Softplus(-x);
}
