using HessianGen.Generator.Diagnostics;
using HessianGen.Testing;
using HessianGen.Testing.Generation;
using Microsoft.CodeAnalysis;

namespace HessianGen.Generator.Tests.Refusals;

/// <summary>What is differentiated and yet probably not meant.</summary>
public sealed class WarningTests
{
    private static readonly GeneratorHarness Harness = new(new DerivativeGenerator(), new DifferentiableAnalyzer());

    [Theory]
    [InlineData("HG3001", "return [|Math.Floor(x * 3)|] * x;")]
    [InlineData("HG3001", "return [|Math.Round(x)|];")]
    [InlineData("HG3001", "double s = 0; for (int i = 0; i < n; i++) { s += x; } return [|Math.Ceiling(s)|];")]
    [InlineData("HG3001", "return [|(int)x|] * 2.0;")]
    [InlineData("HG3001", "return [|Math.Sign(x)|] * x;")]
    [InlineData("HG3001", "double[] a = new double[2]; a[0] = x; return a[[|(int)a[1]|]];")]
    [InlineData("HG3002", "return [|x == 0|] ? 1 : x;")]
    [InlineData("HG3002", "double y = Math.Sin(x); if ([|y != 0.5|]) y *= 2; return y;")]
    public void AValueThatDependsOnTheVariablesIsWarnedOf(string id, string body)
    {
        AnnotatedSource source = AnnotatedSource.Parse(Refusal.File(id, "", $$"""
            public static partial class C { [Differentiable(Derivatives.Gradient)] public static double F([Variable] double x, double d, int n) { {{body}} } }
            """).Source);
        Diagnostic warning = Assert.Single(Harness.Run(source.Text).Analyzed);
        Assert.Equal((id, DiagnosticSeverity.Warning), (warning.Id, warning.Severity));
        Assert.Equal(Assert.Single(source.Spans), warning.Location.SourceSpan);
    }

    [Theory]
    [InlineData("return Math.Floor(d) * x;")]
    [InlineData("return (int)d * x + (n == 3 ? 1 : 0);")]
    [InlineData("return d == 0 ? 1 : x;")]
    [InlineData("return (float)x * 2.0;")]
    public void AConstantIsNot(string body) => Assert.Empty(Harness.Run($$"""
        using System; using HessianGen;
        public static partial class C { [Differentiable(Derivatives.Gradient)] public static double F([Variable] double x, double d, int n) { {{body}} } }
        """).Analyzed);
}
