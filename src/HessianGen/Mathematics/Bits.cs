namespace HessianGen.Mathematics;

/// <summary>The layout of a double.</summary>
internal static class Bits
{
    /// <summary>The width of the mantissa.</summary>
    public const int Mantissa = 52;

    /// <summary>What is added to an exponent.</summary>
    public const int Bias = 1023;

    /// <summary>Added to |x| &lt; 2⁵¹ rounds x to a whole number, ties to even, which then stands in the low bits.</summary>
    public const double Integral = 0x18_0000_0000_0000;

    public const long MantissaMask = 0x000F_FFFF_FFFF_FFFF;
    public const long One = 0x3FF0_0000_0000_0000;
    public const long ThreeQuarters = 0x3FE8_0000_0000_0000;

    /// <summary>A whole number below 2⁵² joined to these bits is 2⁵² more than it.</summary>
    public const long TwoToThe52 = 0x4330_0000_0000_0000;

    /// <summary>2⁵² and the bias.</summary>
    public const double ExponentOffset = 0x10_0000_0000_0000 + Bias;

    public const double TwoToThe54 = 0x40_0000_0000_0000;
    public const double SmallestNormal = 2.2250738585072014e-308;

    /// <summary>For the instruction VGETMANTPD: the interval [¾, 3/2), +1 for −0, NaN below 0.</summary>
    public const byte NearOneAndNaNBelowZero = 0b1111;
}
