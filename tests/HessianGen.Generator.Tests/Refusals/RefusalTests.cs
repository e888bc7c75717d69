using HessianGen.Generator.Diagnostics;
using HessianGen.Generator.Frontend;
using HessianGen.Generator.Tests.Frontend;
using HessianGen.Testing;
using HessianGen.Testing.Generation;
using Microsoft.CodeAnalysis;

namespace HessianGen.Generator.Tests.Refusals;

/// <summary>What is refused, with which diagnostic, on exactly which expression.</summary>
public sealed class RefusalTests
{
    private static readonly GeneratorHarness Harness = new(new DerivativeGenerator(), new DifferentiableAnalyzer());

    public static TheoryData<string> Rows => [.. RefusalTable.Rows.Select(row => row.ToString())];

    [Theory]
    [MemberData(nameof(Rows))]
    public void TheAnalyzerReportsOneErrorOnTheExpression(string name)
    {
        AnnotatedSource source = AnnotatedSource.Parse(RefusalTable.Of(name).Source);
        Diagnostic error = Assert.Single(Harness.Run(source.Text).Analyzed, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal(RefusalTable.Of(name).Id, error.Id);
        Assert.Equal(Assert.Single(source.Spans), error.Location.SourceSpan);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void TheGeneratorSaysOnTheMethodThatItGeneratedNothingAndWhy(string name)
    {
        AnnotatedSource source = AnnotatedSource.Parse(RefusalTable.Of(name).Source);
        GeneratorOutcome outcome = Harness.Run(source.Text);
        Diagnostic error = Assert.Single(outcome.Reported);
        Assert.Equal("HG0001", error.Id);
        Assert.Contains(RefusalTable.Of(name).Id, error.GetMessage());
        Assert.Contains(outcome.Analyzed.First(d => d.Severity == DiagnosticSeverity.Error).GetMessage(), error.GetMessage());
        Assert.Empty(outcome.Files);
    }

    [Fact]
    public void ARefusedMethodDoesNotTakeOthersWithIt()
    {
        GeneratorOutcome outcome = Harness.Run("""
            using HessianGen;
            public static partial class C
            {
                [Differentiable(Derivatives.Gradient)] public static double F(double x, string s) => x;
                [Differentiable(Derivatives.Gradient)] public static double G(double x) => x * x;
            }
            """);
        Assert.Single(outcome.Files);
        Assert.Single(outcome.Reported);
    }

    [Fact]
    public void OverloadsWithOneBatch_AreRefused_AndNotThoseWithBatchesOfTheirOwn()
    {
        static string Overloads(string second) => $$"""
            using System;
            using HessianGen;
            public static partial class C
            {
                [Differentiable(Derivatives.Gradient | Derivatives.Batch)] public static double F(double x) => x * x;
                {{second}}
            }
            """;
        GeneratorOutcome same = Harness.Run(Overloads("[Differentiable(Derivatives.Gradient | Derivatives.Batch)] public static double F(ReadOnlySpan<double> x) => x[0];"));
        Assert.Equal(["HG1015", "HG1015"], same.Analyzed.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Id));
        Assert.Equal(3, Harness.Run(Overloads("[Differentiable(Derivatives.Gradient)] public static double F(ReadOnlySpan<double> x) => x[0];")).Files.Count);
        Assert.Equal(4, Harness.Run(Overloads("[Differentiable(Derivatives.Gradient | Derivatives.Batch)] public static double F(ReadOnlySpan<double> x, int n) => x[n];")).Files.Count);
    }

    [Fact]
    public void BatchesAreLeftOut_WhereTheyDoNotApply_AndNobodyNamedThem() =>
        Assert.DoesNotContain(Harness.Run("using HessianGen; public static partial class C { [Differentiable(Derivatives.All)] public static double F(double[,] x) => x[0, 0] * x[0, 0]; }").Files, file => file.HintName.Contains("Batch", StringComparison.Ordinal));

    [Fact]
    public void AllAndDefaultMeanWhatThereIs()
    {
        Assert.Empty(Harness.Run("using HessianGen; public static partial class C { [Differentiable(Derivatives.All)] public static double F(double x) => x * x; }").Errors);
        Assert.Empty(Harness.Run("using HessianGen; public static partial class C { [Differentiable] public static double F(double x) => x * x; }").Errors);
    }

    [Fact]
    public void CodeThatDoesNotCompileIsLeftToTheCompiler()
    {
        ParsedMethod parsed = TranslationTests.Parse("using HessianGen; public static partial class C { [Differentiable] public static double F(double x) => x * unknown; }");
        Assert.Null(parsed.Source);
        Assert.Empty(parsed.Findings);
    }
}
