using HessianGen.Mathematics.Tests.Reference;
using static HessianGen.Mathematics.Tests.Reference.Precise;

namespace HessianGen.Mathematics.Tests;

/// <summary>The truth itself: against constants known to 32 digits, and by identities that tie the functions together.</summary>
public sealed class DoubleDoubleTests
{
    private static readonly double s_tolerance = Math.ScaleB(1, -95);

    // The value in 32 digits as high and low word.
    public static TheoryData<string, double, double> Constants => new()
    {
        { "e", 2.718281828459045, 1.4456468917292502e-16 },
        { "ln 10", 2.302585092994046, -2.1707562233822494e-16 },
        { "π from atan 1", 3.141592653589793, 1.2246467991473532e-16 },
        { "π from asin ½", 3.141592653589793, 1.2246467991473532e-16 },
        { "sin 1e22", -0.8522008497671888, -6.7806825896773284e-18 },
        { "erf 1", 0.8427007929497149, -2.4801011789118602e-17 },
        { "erfc 2", 0.004677734981047266, -3.8794238326641256e-19 },
        { "erfc 10", 2.088487583762545e-45, -1.2006565763501381e-61 },
        { "Φ(−3)", 0.0013498980316300946, -5.053886685858262e-20 },
        { "φ(3)", 0.0044318484119380075, -3.516863549248617e-19 },
        { "e^(−9)", 0.00012340980408667956, -1.1716659184174644e-20 },
        { "tanh 1", 0.7615941559557649, 3.7090214482164924e-17 },
        { "cbrt 2", 1.2599210498948732, -2.589933375300507e-17 },
        { "2^0.5", 1.4142135623730951, -9.667293313452913e-17 },
    };

    [Theory, MemberData(nameof(Constants))]
    public void ConstantsAreRight(string name, double high, double low)
    {
        DoubleDouble value = name switch
        {
            "e" => Exp(1),
            "ln 10" => Log(10),
            "π from atan 1" => 4 * Atan(1),
            "π from asin ½" => 6 * Asin(0.5),
            "sin 1e22" => Sin(1e22),
            "erf 1" => Erf(1),
            "erfc 2" => Erfc(2),
            "erfc 10" => Erfc(10),
            "Φ(−3)" => NormalCdf(-3),
            "φ(3)" => NormalPdf(3),
            "e^(−9)" => Gaussian(3),
            "tanh 1" => Tanh(1),
            "cbrt 2" => Cbrt(2),
            _ => Pow(2, 0.5),
        };
        IsNear(value, new(high, low));
    }

    [Fact]
    public void IdentitiesHold()
    {
        Random random = new(4);
        for (int i = 0; i < 2000; i++)
        {
            double x = 0.01 + 20 * random.NextDouble(), y = random.NextDouble();
            IsNear(Log(Exp(x)), x);
            IsNear(Exp(Log(x)), x);
            IsNear(LogP1(ExpM1(y)), y);
            IsNear(Sin(x) * Sin(x) + Cos(x) * Cos(x), 1);
            IsNear(Tan(Atan(x)), x);
            IsNear(Sin(Asin(y)), y);
            IsNear(Asin(y) + Acos(y), DoubleDouble.Pi * 0.5);
            IsNear(Cosh(x) * Cosh(x) - Sinh(x) * Sinh(x), 1, scale: Math.Cosh(x) * Math.Cosh(x));
            IsNear(Tanh(y) * Cosh(y), Sinh(y));
            IsNear(Cbrt(x) * Cbrt(x) * Cbrt(x), x);
            IsNear(Hypot(x, y) * Hypot(x, y), (DoubleDouble)x * x + (DoubleDouble)y * y);
            IsNear(Sigmoid(x) + Sigmoid(-x), 1);
            IsNear(NormalCdf(x) + NormalCdf(-x), 1);
            IsNear(NormalPdf(x) * NormalPdf(x) * DoubleDouble.Pi * 2, Gaussian(x));
            IsNear(Softplus(x) - Softplus(-x), x);
            IsNear(Pow(x, y) * Pow(x, -y), 1);
        }
    }

    /// <summary>The series below 1 and the closed form above it are two computations of one function.</summary>
    [Fact]
    public void ErfAndErfcAddUpToOne()
    {
        for (double x = 0.5; x < 1; x += 1.0 / 1024) IsNear(Erf(x) + Erfc(x), 1);
    }

    private static void IsNear(DoubleDouble value, DoubleDouble expected, double scale = 0)
    {
        DoubleDouble difference = value - expected;
        Assert.True(Math.Abs(difference.High) <= s_tolerance * Math.Max(Math.Abs(expected.High), scale), $"{value} is not {expected}");
    }
}
