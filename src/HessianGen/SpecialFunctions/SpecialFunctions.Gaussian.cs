namespace HessianGen;

public static partial class SpecialFunctions
{
    /// <summary>e^(−x²).</summary>
    /// <remarks>
    /// All reals; ±∞ ↦ 0, NaN ↦ NaN. Derivative −2x·y. The rounding error of x², which the exponential would multiply by x², is found
    /// exactly (T. J. Dekker, Numer. Math. 18 (1971)) and multiplied on. Error 3.
    /// </remarks>
    public static double Gaussian(double x) => ExpOfSquare(x, 1);

    /// <summary>exp(−factor·x²), the factor being a power of two.</summary>
    private static double ExpOfSquare(double x, double factor)
    {
        double square = x * x;
        if (!(square < 1500)) return double.IsNaN(x) ? x : 0;
        double low = Math.FusedMultiplyAdd(x, x, -square), e = Math.Exp(-factor * square);
        return Math.FusedMultiplyAdd(-factor * low, e, e);
    }
}
