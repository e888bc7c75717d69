using HessianGen.Mathematics;

namespace HessianGen;

public static partial class SpecialFunctions
{
    /// <summary>The distribution function of the standard normal distribution, Φ(x) = ½·erfc(−x/√2).</summary>
    /// <remarks>
    /// All reals; −∞ ↦ 0, +∞ ↦ 1, NaN ↦ NaN. Derivative <see cref="NormalPdf(double)">φ(x)</see>. In the left tail the rounding error of
    /// x/√2 would be multiplied by x²: from −1 down it is ½·e^(−x²/2)·erfcx(−x/√2), where erfcx(x) = e^(x²)·erfc x hardly
    /// changes with its argument (W. J. Cody, Math. Comp. 23 (1969), section 3). Error 5.
    /// </remarks>
    public static double NormalCdf(double x) =>
        x < -1 ? x < -40 ? 0 : 0.5 * ExpOfSquare(x, 0.5) * Erfcx(-x / Sqrt2) : 0.5 * VectorMath.Erfc(-x / Sqrt2);
}
