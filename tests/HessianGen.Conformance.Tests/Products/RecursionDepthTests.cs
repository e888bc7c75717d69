using HessianGen.Generator;
using HessianGen.Testing.Generation;
using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Products;

/// <summary>Recursion with a bound: right up to it, an exception beyond.</summary>
public sealed class RecursionDepthTests
{
    private const string Source = """
        using System;
        using HessianGen;
        public static partial class Subject
        {
            [Differentiable(Derivatives.Gradient, RecursionDepth = 3)]
            public static double F([Variable] double x, int n) => Iterated(x, n);

            private static double Iterated(double x, int n) => n == 0 ? x : 2 * Iterated(x * x, n - 1);
        }
        """;

    private static readonly GeneratedMembers Members = GeneratedMembers.Of(new GeneratorHarness(new DerivativeGenerator()).Run(Source));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2 * 2 * 1.5)]
    [InlineData(2, 4 * 4 * 1.5 * 1.5 * 1.5)]
    public void UpToTheBound_TheGradientIsExact(int n, double expected) => Assert.Equal(expected, Gradient(n), 1e-12);

    [Fact]
    public void BeyondTheBound_TheMemberThrows() =>
        Assert.Equal("'Iterated' calls itself more than 3 times deep.", Assert.Throws<InvalidOperationException>(() => Gradient(3)).Message);

    private static double Gradient(int n)
    {
        double[] gradient = new double[1];
        Members.Call(ProductMember.Of(Derivatives.Gradient), [1.5, n], gradient);
        return gradient[0];
    }
}
