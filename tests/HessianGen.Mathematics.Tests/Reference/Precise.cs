using System.Numerics;

namespace HessianGen.Mathematics.Tests.Reference;

/// <summary>The functions in double-double: slow, plain, and right to about 100 bits. What <see cref="VectorMath"/> is measured against.</summary>
/// <remarks>For finite arguments inside the function's domain; special values have a table of their own.</remarks>
public static class Precise
{
    private static readonly DoubleDouble[] s_inverseFactorials = InverseFactorials(40);
    private static readonly BigInteger s_pi = PiTimesPowerOfTwo();
    private const int PiBits = 1400;

    /// <summary>eˣ = (1 + expm1(r / 2⁶))^(2⁶)·2ⁿ: Taylor's series, then squaring in the form that keeps small values.</summary>
    public static DoubleDouble Exp(DoubleDouble x)
    {
        int n = (int)Math.Round(x.High / DoubleDouble.Ln2.High);
        return (ExpM1Reduced(RemoveLn2(x, n)) + 1).Scale(n);
    }

    public static DoubleDouble ExpM1(DoubleDouble x)
    {
        if (x.High < -100) return -1;
        if (Math.Abs(x.High) < 1e-35) return x;
        int n = (int)Math.Round(x.High / DoubleDouble.Ln2.High);
        DoubleDouble reduced = ExpM1Reduced(RemoveLn2(x, n));
        if (n == 0) return reduced;
        return n < 200 ? reduced.Scale(n) + (Math.ScaleB(1, n) - (DoubleDouble)1) : (reduced + 1).Scale(n);
    }

    /// <summary>One Newton step from the double result: y + (x·e⁻ʸ − 1), quadratic.</summary>
    public static DoubleDouble Log(DoubleDouble x)
    {
        int n = Math.ILogB(x.High);
        DoubleDouble m = x.Scale(-n);
        if (m.High > 1.5) (m, n) = (m.Scale(-1), n + 1);
        return n * DoubleDouble.Ln2 + LogLn2Lowest(n) + LogP1(m - 1);
    }

    /// <summary>One Newton step from the double result y: y + 2·t / (2 + t) with t = (1 + x)·e⁻ʸ − 1 = x·e⁻ʸ + (e⁻ʸ − 1).</summary>
    public static DoubleDouble LogP1(DoubleDouble x)
    {
        if (x.High > 1e10) return Log(x + 1);
        if (Math.Abs(x.High) < 1e-35) return x;
        double y = Math.Abs(x.High) < 1e-4 ? x.High - x.High * x.High * (0.5 - x.High / 3) : Math.Log(1 + x.High);
        DoubleDouble minusOne = ExpM1(-y);
        DoubleDouble t = x * (minusOne + 1) + minusOne;
        return y + (t - t * t * 0.5);
    }

    public static DoubleDouble Tanh(DoubleDouble x)
    {
        DoubleDouble t = ExpM1(2 * x.Abs());
        if (x.Abs().High > 50) return Math.Sign(x.High);
        return WithSign(t / (t + 2), x);
    }

    public static DoubleDouble Sinh(DoubleDouble x)
    {
        if (Math.Abs(x.High) > 100) return WithSign(Exp(x.Abs() - DoubleDouble.Ln2), x);
        DoubleDouble t = ExpM1(x.Abs());
        return WithSign((t + t / (t + 1)) * 0.5, x);
    }

    public static DoubleDouble Cosh(DoubleDouble x)
    {
        if (Math.Abs(x.High) > 100) return Exp(x.Abs() - DoubleDouble.Ln2);
        DoubleDouble e = Exp(x.Abs());
        return (e + 1 / e) * 0.5;
    }

    public static DoubleDouble Sigmoid(DoubleDouble x)
    {
        DoubleDouble e = Exp(-x.Abs());
        return x.High < 0 ? e / (e + 1) : 1 / (e + 1);
    }

    public static DoubleDouble Softplus(DoubleDouble x) => LogP1(Exp(-x.Abs())) + (x.High > 0 ? x : 0);

    public static DoubleDouble Sin(DoubleDouble x)
    {
        int quadrant = Quadrant(x, out DoubleDouble r);
        return SinOfQuadrant(quadrant, r);
    }

    public static DoubleDouble Cos(DoubleDouble x)
    {
        int quadrant = Quadrant(x, out DoubleDouble r);
        return SinOfQuadrant(quadrant + 1, r);
    }

    public static DoubleDouble Tan(DoubleDouble x)
    {
        int quadrant = Quadrant(x, out DoubleDouble r);
        return SinOfQuadrant(quadrant, r) / SinOfQuadrant(quadrant + 1, r);
    }

    /// <summary>y + atan((x − tan y) / (1 + x·tan y)) for the double result y, and the latter as t − t³/3.</summary>
    public static DoubleDouble Atan(DoubleDouble x)
    {
        if (x.Abs().High > 1) return WithSign(DoubleDouble.Pi * 0.5 - Atan(1 / x.Abs()), x);
        double y = Math.Atan(x.High);
        DoubleDouble sin = SinOfQuadrant(0, y), cos = SinOfQuadrant(1, y);
        DoubleDouble t = (x * cos - sin) / (cos + x * sin);
        return y + t;
    }

    public static DoubleDouble Asin(DoubleDouble x) =>
        x.Abs().High > 0.5
            ? WithSign(DoubleDouble.Pi * 0.5 - 2 * Asin(DoubleDouble.Sqrt((1 - x.Abs()) * 0.5)), x)
            : Atan(x / DoubleDouble.Sqrt((1 - x) * (1 + x)));

    public static DoubleDouble Acos(DoubleDouble x) => x.High switch
    {
        > 0.5 => 2 * Asin(DoubleDouble.Sqrt((1 - x) * 0.5)),
        < -0.5 => DoubleDouble.Pi - 2 * Asin(DoubleDouble.Sqrt((1 + x) * 0.5)),
        _ => DoubleDouble.Pi * 0.5 - Asin(x),
    };

    /// <summary>Two Newton steps for y³ = x on the scaled argument.</summary>
    public static DoubleDouble Cbrt(DoubleDouble x)
    {
        int n = Math.ILogB(x.High) / 3;
        DoubleDouble m = x.Abs().Scale(-3 * n), y = Math.Cbrt(m.High);
        for (int i = 0; i < 2; i++) y -= (y * y * y - m) / (3 * y * y);
        return WithSign(y.Scale(n), x);
    }

    public static DoubleDouble Hypot(DoubleDouble x, DoubleDouble y)
    {
        int n = Math.ILogB(Math.Max(Math.Abs(x.High), Math.Abs(y.High)));
        if (n == int.MinValue) return 0;
        DoubleDouble a = x.Scale(-n), b = y.Scale(-n);
        return DoubleDouble.Sqrt(a * a + b * b).Scale(n);
    }

    /// <summary>xʸ for x above 0. The logarithm's 104 bits leave 93 for the result.</summary>
    public static DoubleDouble Pow(DoubleDouble x, DoubleDouble y) => Exp(y * Log(x));

    /// <summary>2/√π·Σ (−1)ⁿ·x²ⁿ⁺¹ / (n!·(2n + 1)) up to |x| = 1, beyond by <see cref="Erfc"/>.</summary>
    public static DoubleDouble Erf(DoubleDouble x)
    {
        if (x.Abs().High > 1) return WithSign(1 - Erfc(x.Abs()), x);
        DoubleDouble z = x * x, power = x, sum = x;
        for (int n = 1; n < s_inverseFactorials.Length && Math.Abs(power.High) > 1e-36 * Math.Abs(x.High); n++)
        {
            power *= -z;
            sum += power * s_inverseFactorials[n] / (2.0 * n + 1);
        }
        return sum * s_twoOverSqrtPi;
    }

    private static readonly DoubleDouble s_twoOverSqrtPi = 2 / DoubleDouble.Sqrt(DoubleDouble.Pi);

    /// <summary>
    /// From ½ on the trapezoidal rule in closed form, erfc x = h·x·e^(−x²)/π·(1/x² + 2·Σ e^(−k²h²) / (k²h² + x²)) − 2 / (e^(2πx/h) − 1)
    /// with h = ¼, which errs by less than e^(−π²/h²): F. Matta and A. Reichel, Math. Comp. 25 (1971).
    /// </summary>
    public static DoubleDouble Erfc(DoubleDouble x)
    {
        if (x.High < 0.5) return 1 - Erf(x);
        DoubleDouble z = x * x, sum = 1 / z;
        for (int k = 1; k < s_gauss.Length; k++) sum += 2 * s_gauss[k] / (z + k * k / 16.0);
        DoubleDouble y = x * 0.25 / DoubleDouble.Pi * sum;
        if (x.High < 10) return y * Exp(-z) - 2 / ExpM1(8 * DoubleDouble.Pi * x);
        int n = -(int)(z.High / Math.Log(2));
        return (y * Exp(-z - n * DoubleDouble.Ln2 - LogLn2Lowest(n))).Scale(n);
    }

    /// <summary>e^(−x²), the square of x being exact in two words for a double.</summary>
    public static DoubleDouble Gaussian(DoubleDouble x) => Exp(-(x * x));

    public static DoubleDouble NormalPdf(DoubleDouble x) => Exp(-(x * x * 0.5)) / DoubleDouble.Sqrt(2 * DoubleDouble.Pi);

    public static DoubleDouble NormalCdf(DoubleDouble x) => Erfc(-x / DoubleDouble.Sqrt(2)) * 0.5;

    private static readonly DoubleDouble[] s_gauss = [.. Enumerable.Range(0, 36).Select(k => Exp(-k * k / 16.0))];

    // Taylor's series on |r| ≤ ½·ln 2 / 64, then e²ˢ − 1 = t·(t + 2) six times.
    private static DoubleDouble ExpM1Reduced(DoubleDouble r)
    {
        r *= 1.0 / 64;
        DoubleDouble sum = s_inverseFactorials[12];
        for (int k = 11; k >= 1; k--) sum = sum * r + s_inverseFactorials[k];
        sum *= r;
        for (int i = 0; i < 6; i++) sum = sum * sum + 2 * sum;
        return sum;
    }

    // ln 2 to 159 bits, so that nothing is lost for |n| up to 2¹⁰.
    private static DoubleDouble RemoveLn2(DoubleDouble x, int n) =>
        x - DoubleDouble.Product(n, DoubleDouble.Ln2.High) - DoubleDouble.Product(n, DoubleDouble.Ln2.Low) - LogLn2Lowest(n);

    private static DoubleDouble LogLn2Lowest(int n) => n * 5.707708438416212e-34;

    private static DoubleDouble SinOfQuadrant(int quadrant, DoubleDouble r)
    {
        DoubleDouble z = r * r, sum;
        if ((quadrant & 1) == 0)
        {
            sum = s_inverseFactorials[27];
            for (int k = 25; k >= 1; k -= 2) sum = s_inverseFactorials[k] - sum * z;
            sum *= r;
        }
        else
        {
            sum = s_inverseFactorials[28];
            for (int k = 26; k >= 0; k -= 2) sum = s_inverseFactorials[k] - sum * z;
        }
        return (quadrant & 2) == 0 ? sum : -sum;
    }

    /// <summary>x = q·π/2 + r with exact integers: x and π as multiples of 2^−1400.</summary>
    private static int Quadrant(DoubleDouble x, out DoubleDouble r)
    {
        r = x;
        if (Math.Abs(x.High) < 0.78) return 0;
        BigInteger value = Fixed(x.High) + Fixed(x.Low);
        BigInteger half = s_pi >> 1;
        BigInteger q = BigInteger.Divide(2 * value + (value.Sign < 0 ? -half : half), s_pi);
        BigInteger rest = value - q * s_pi / 2;
        r = FromFixed(rest);
        return (int)(q & 3);
    }

    private static BigInteger Fixed(double x)
    {
        if (x == 0) return 0;
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> 52 & 0x7FF);
        BigInteger mantissa = bits & 0xF_FFFF_FFFF_FFFF | (exponent == 0 ? 0 : 1L << 52);
        int shift = Math.Max(exponent, 1) - 1075 + PiBits;
        BigInteger value = shift >= 0 ? mantissa << shift : mantissa >> -shift;
        return bits < 0 ? -value : value;
    }

    private static DoubleDouble FromFixed(BigInteger value)
    {
        int shift = Math.Max(0, (int)BigInteger.Abs(value).GetBitLength() - 106);
        BigInteger top = value >> shift;
        double high = (double)(top >> 53) * 9007199254740992.0;
        DoubleDouble sum = DoubleDouble.Sum(high, (double)(top - (BigInteger)high));
        return sum.Scale(shift - PiBits);
    }

    /// <summary>J. Machin (1706): π = 16·atan(1/5) − 4·atan(1/239), in whole multiples of 2^−(1400 + 64).</summary>
    private static BigInteger PiTimesPowerOfTwo()
    {
        BigInteger one = BigInteger.One << (PiBits + 64);
        return (16 * AtanOfInverse(5) - 4 * AtanOfInverse(239)) >> 64;

        BigInteger AtanOfInverse(int n)
        {
            BigInteger power = one / n, sum = power;
            for (int k = 3; !power.IsZero; k += 2)
            {
                power = -power / (n * n);
                sum += power / k;
            }
            return sum;
        }
    }

    private static DoubleDouble[] InverseFactorials(int count)
    {
        DoubleDouble[] table = new DoubleDouble[count];
        table[0] = 1;
        for (int k = 1; k < count; k++) table[k] = table[k - 1] / k;
        return table;
    }

    private static DoubleDouble WithSign(DoubleDouble size, DoubleDouble sign) => double.IsNegative(sign.High) ? -size : size;
}
