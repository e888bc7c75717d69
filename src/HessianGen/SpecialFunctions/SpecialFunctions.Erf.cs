using HessianGen.Mathematics;

namespace HessianGen;

public static partial class SpecialFunctions
{
    /// <summary>The error function 2/√π·∫₀ˣ e^(−t²) dt.</summary>
    /// <remarks>
    /// All reals; ±∞ ↦ ±1, ±0 ↦ ±0, NaN ↦ NaN. Derivative 2/√π·<see cref="Gaussian(double)">e^(−x²)</see>. Formula and error:
    /// <see cref="VectorMath.Erf(double)"/>.
    /// </remarks>
    public static double Erf(double x) => VectorMath.Erf(x);
}
