namespace HessianGen;

/// <summary>Functions that .NET lacks or computes with too few digits, with derivatives that the generator knows.</summary>
/// <remarks>
/// <para>Right over the whole domain: no digits are lost near zero or in the tails, nothing overflows on the way, and NaN, infinities and
/// zeros of both signs give what the limit gives. The generated first, second and third derivatives are of the same kind: each is built
/// of functions of this class, never of differences of nearly equal numbers. The errors stated are the largest relative errors measured
/// against 40 digits, in units of 2⁻⁵³ ≈ 1.1·10⁻¹⁶; docs/numerics.md has the table, derivatives included.</para>
/// <para>For <c>double</c> alone, as <see cref="Math"/> is: beside an overload for <c>float</c> a call with an integer, as in
/// <c>LogGamma(count + 1)</c>, would be one of single precision.</para>
/// </remarks>
public static partial class SpecialFunctions
{
    private const double Sqrt2 = 1.4142135623730951, SqrtTwoOverPi = 0.7978845608028654, SqrtHalfPi = 1.2533141373155003;
    private const double InverseSqrtPi = 0.5641895835477563, SqrtTwoPi = 2.5066282746310002, HalfLogTwoPi = 0.9189385332046727;

    private static double Horner(double x, ReadOnlySpan<double> coefficients)
    {
        double sum = coefficients[0];
        for (int i = 1; i < coefficients.Length; i++) sum = Math.FusedMultiplyAdd(sum, x, coefficients[i]);
        return sum;
    }

    private static bool IsOrder(double order) => order >= 0 && order <= 100 && order == Math.Floor(order);
}
