namespace HessianGen;

public static partial class SpecialFunctions
{
    /// <summary>φ(x)/Φ(x), the derivative of <see cref="LogNormalCdf(double)">log Φ</see>: the mean of a standard normal variable above −x.</summary>
    /// <remarks>
    /// All reals; −∞ ↦ +∞, +∞ ↦ 0, NaN ↦ NaN. Derivative −y·(x + y), below 0 as (log R)″(−x) − 1 with
    /// <see cref="LogMillsRatio(double, double)">Mills' ratio</see> R, since there y is −x but for 1/|x|. Below 0 it is √(2/π) / erfcx(−x/√2) (M. Abramowitz and I. A. Stegun, Handbook of
    /// Mathematical Functions, 26.2.29 and 7.1.2), from 0 on the quotient itself. Error 6.
    /// </remarks>
    public static double InverseMillsRatio(double x) => x < 0 ? SqrtTwoOverPi / Erfcx(-x / Sqrt2) : NormalPdf(x) / NormalCdf(x);
}
