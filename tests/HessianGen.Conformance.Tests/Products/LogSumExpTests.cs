using HessianGen.Generator;
using HessianGen.Testing.Generation;
using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Products;

/// <summary>log Σ exp over its whole domain: value, and the first and second derivative by the first number, against 60 digits (mpmath).</summary>
/// <remarks>To a few units in the last place of the larger of 1 and the result: the result itself may be a sum that cancels.</remarks>
public sealed class LogSumExpTests
{
    private const double Tolerance = 1e-15;

    private const string Source = """
        using System;
        using HessianGen;
        public static partial class Subject
        {
            [Differentiable(Derivatives.Gradient | Derivatives.HessianDiagonal)]
            public static double F(ReadOnlySpan<double> x) => SpecialFunctions.LogSumExp(x);
        }
        """;

    private static readonly GeneratedMembers Members = GeneratedMembers.Of(new GeneratorHarness(new DerivativeGenerator()).Run(Source));

    /// <summary>The numbers, the value, and the two derivatives.</summary>
    public static TheoryData<double[], double, double, double> Points => new()
    {
        { [0.0], 0, 1.0, 0 },
        { [-745.0], -745.0, 1.0, 0 },
        { [1e+300], 1.0000000000000000525e+300, 1.0, 0 },
        { [0.0, 0.0], 0.69314718055994530942, 0.5, 0.25 },
        { [1.0, -1.0], 1.1269280110429724964, 0.88079707797788244406, 0.10499358540350651735 },
        { [0.1, 0.2, 0.3], 1.3019428482292441307, 0.30060960535572728769, 0.21024347052360118368 },
        { [1e-20, 0.0], 0.69314718055994530942, 0.5, 0.25 },
        { [-1e-20, 1e-20, 0.0], 1.0986122886681096914, 0.33333333333333333333, 0.22222222222222222222 },
        { [700.0, -700.0], 700.0, 1.0, 0 },
        { [1000.0, 1000.0], 1000.6931471805599453, 0.5, 0.25 },
        { [1000.0, 999.0, 0.0], 1000.3132616875182228, 0.73105857863000487925, 0.19661193324148185254 },
        { [-1000.0, -1001.5], -999.79858672201724759, 0.81757447619364365961, 0.1491464520703328565 },
        { [-100000.0, -100000.0, -100000.0], -99998.90138771133189, 0.33333333333333333333, 0.22222222222222222222 },
        { [30.0, 0.0], 30.000000000000093576, 0.99999999999990642377, 9.3576229688384233028e-14 },
        { [0.0, 30.0], 30.000000000000093576, 9.3576229688392989538e-14, 9.3576229688384233028e-14 },
        { [37.0, 0.0, -37.0], 37.000000000000000085, 0.99999999999999991467, 8.5330476257440650661e-17 },
        { [36.5, 0.25], 36.500000000000000181, 0.99999999999999981936, 1.8064461965456924898e-16 },
        { [5.0, 4.999999], 5.6931466805600702395, 0.50000025000000003492, 0.2499999999999375 },
        { [3.0, -2.0, 1.5, 0.125, -7.0], 3.251792927789241794, 0.77740570052000840712, 0.17304607731900340736 },
        { [0.0, -40.0], 4.2483542552915889863e-18, 0.99999999999999999575, 4.2483542552915889592e-18 },
        { [-40.0, 0.0], 4.2483542552915889863e-18, 4.2483542552915889773e-18, 4.2483542552915889592e-18 },
        { [100000000.0, 100000000.0], 100000000.69314718056, 0.5, 0.25 },
        { [12.5, -12.5, 0.0, 6.25], 12.501932312684063526, 0.99806955303018305313, 0.001926720344313671436 },
        { [2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0], 3.9459101490553133051, 0.14285714285714285714, 0.12244897959183673469 },
    };

    [Theory]
    [MemberData(nameof(Points))]
    public void ValueAndDerivativesAreAccurate(double[] x, double value, double first, double second)
    {
        double[] gradient = new double[x.Length], diagonal = new double[x.Length];
        double actual = Members.Call(ProductMember.Of(Derivatives.Gradient), [x], gradient);
        Members.Call(ProductMember.Of(Derivatives.HessianDiagonal), [x], diagonal);
        Assert.Equal(value, SpecialFunctions.LogSumExp(x), Tolerance * Math.Max(1, Math.Abs(value)));
        Assert.Equal(value, actual, Tolerance * Math.Max(1, Math.Abs(value)));
        Assert.Equal(first, gradient[0], Tolerance);
        Assert.Equal(second, diagonal[0], Tolerance);
    }
}
