namespace HessianGen.Mathematics;

/// <summary>The trigonometric functions of angles beyond 2³⁰, one at a time, by exact reduction.</summary>
/// <remarks>
/// M. H. Payne and R. N. Hanek, "Radian reduction for trigonometric functions", SIGNUM Newsletter 18 (1983): x = M·2ᵉ with
/// a whole M of 53 bits, and of 2/π only the 192 bits are multiplied that reach x·2/π modulo 4. What is cut off is below 2⁻¹³⁷,
/// and no double comes nearer than 2⁻⁶² to a multiple of π/2. About 20 ns.
/// </remarks>
internal static class LargeAngle
{
    /// <summary>Angles up to here are reduced in line.</summary>
    public const double Start = 1 << 30;

    /// <inheritdoc cref="Start"/>
    public const float StartSingle = 1 << 30;

    // The fraction of 2/π, first bits first.
    private static ReadOnlySpan<ulong> TwoOverPi =>
    [
        0xA2F9836E4E441529, 0xFC2757D1F534DDC0, 0xDB6295993C439041, 0xFE5163ABDEBBC561, 0xB7246E3A424DD2E0,
        0x06492EEA09D1921C, 0xFE1DEB1CB129A73E, 0xE88235F52EBB4484, 0xE99C7026B45F7E41, 0x3991D639835339F4,
        0x9C845F8BBDF9283B, 0x1FF897FFDE05980F, 0xEF2F118B5A0A6D1F, 0x6D367ECF27CB09B7, 0x4F463F669E5FEA2D,
        0x7527BAC7EBE5F17B, 0x3D0739F78A5292EA, 0x6BFB5FB11F8D5D08, 0x56033046FC7B6BAB, 0xF0CFBC209AF4361D,
    ];

    public static double Sin(double x) => SinOfQuadrant(Reduce(x, out double r, out double low), r, low);

    public static double Cos(double x) => SinOfQuadrant(Reduce(x, out double r, out double low) + 1, r, low);

    public static double Tan(double x)
    {
        int quadrant = Reduce(x, out double r, out double low);
        double sin = VectorMath.SinReduced<double, Lanes64>(r, low, out double sinLow);
        double cos = VectorMath.CosReduced<double, Lanes64>(r, low, out double cosLow);
        return VectorMath.TanOfQuadrant<double, Lanes64>(BitConverter.Int64BitsToDouble(quadrant), sin, sinLow, cos, cosLow);
    }

    private static double SinOfQuadrant(int quadrant, double r, double low)
    {
        double y = (quadrant & 1) == 0 ? VectorMath.SinReduced<double, Lanes64>(r, low, out _) : VectorMath.CosReduced<double, Lanes64>(r, low, out _);
        return (quadrant & 2) == 0 ? y : -y;
    }

    /// <summary>x = q·π/2 + (r + low) with |r| ≤ π/4 and q modulo 4; NaN for an infinity.</summary>
    private static int Reduce(double x, out double r, out double low)
    {
        r = low = double.NaN;
        if (!double.IsFinite(x)) return 0;

        long bits = BitConverter.DoubleToInt64Bits(Math.Abs(x));
        int exponent = (int)(bits >> Bits.Mantissa) - Bits.Bias - Bits.Mantissa;
        ulong mantissa = (ulong)(bits & Bits.MantissaMask) | 1UL << Bits.Mantissa;

        // x·2/π modulo 4 as a number of 192 bits, two of them before the point.
        int first = exponent - 2;
        UInt128 product = (UInt128)mantissa * Window(first + 128);
        ulong p0 = (ulong)product;
        product = (UInt128)mantissa * Window(first + 64) + (product >> 64);
        ulong p1 = (ulong)product;
        ulong p2 = mantissa * Window(first) + (ulong)(product >> 64);

        // The nearest whole number is the quadrant; what is left is a fraction in [−½, ½).
        int quadrant = (int)((p2 + (1UL << 61)) >> 62);
        p2 = p2 << 2 | p1 >> 62;
        p1 = p1 << 2 | p0 >> 62;
        bool isNegative = (long)p2 < 0;
        UInt128 fraction = new(p2, p1);
        if (isNegative) fraction = ~fraction;

        int zeros = (int)UInt128.LeadingZeroCount(fraction);
        fraction <<= zeros;
        double unit = BitConverter.Int64BitsToDouble((long)(Bits.Bias - 53 - zeros) << Bits.Mantissa);
        double high = (ulong)(fraction >> 75) * unit;
        double rest = (ulong)(fraction >> 22 & ((1UL << 53) - 1)) * unit * (1.0 / (1UL << 53));

        r = high * (Math.PI / 2);
        low = Math.FusedMultiplyAdd(high, Math.PI / 2, -r) + Math.FusedMultiplyAdd(high, VectorMath.PiLow / 2, rest * (Math.PI / 2));
        if (isNegative != x < 0) (r, low) = (-r, -low);
        return x < 0 ? -quadrant : quadrant;
    }

    /// <summary>The 64 bits of 2/π from a bit on; those before the first are 0.</summary>
    private static ulong Window(int bit)
    {
        int word = bit >> 6, offset = bit & 63;
        ulong high = word < 0 ? 0 : TwoOverPi[word];
        ulong next = word + 1 < 0 ? 0 : TwoOverPi[word + 1];
        return offset == 0 ? high : high << offset | next >> (64 - offset);
    }
}
