using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Corpus;
using HessianGen.Conformance.Tests.Products;
using HessianGen.Generator;
using HessianGen.Testing.Generation;
using HessianGen.Testing.Subjects;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HessianGen.Conformance.Tests.GeneratedCode;

/// <summary>Methods longer than the just-in-time compiler optimises well become several.</summary>
public sealed class LongMethodTests
{
    /// <summary>RyuJIT gives up optimising at 60,000 bytes of IL and inlining near a thousand variables.</summary>
    private const int MostStatements = 450;

    /// <summary>What crosses goes through memory, where it is much.</summary>
    private const int MostParameters = 12;

    [Fact]
    public void FiveThousandStatements_MakeNoLongMethod()
    {
        GeneratorOutcome outcome = new GeneratorHarness(new DerivativeGenerator()).Run(Source(5000, "Derivatives.Gradient"));
        string text = Assert.Single(outcome.Texts).Text;
        int[] lengths = [.. Methods(text).Select(Statements)];
        Assert.True(lengths.Length > 10);
        Assert.True(lengths.Max() <= MostStatements, $"a method has {lengths.Max()} statements");
        Assert.All(Methods(text), method => Assert.InRange(method.ParameterList.Parameters.Count, 1, MostParameters));
    }

    [Fact]
    public void Parts_ComputeWhatTheWholeWould()
    {
        CheckAll(Source(700, "Derivatives.Gradient | Derivatives.HessianVectorProduct"));
        CheckAll(Regex.Replace(Source(700, "Derivatives.Gradient | Derivatives.HessianVectorProduct").Replace("double", "float").Replace("Math.", "MathF."), @"0\.\d", "$0f"), tolerance: 1e-3);
    }

    [Theory]
    [InlineData("for (int n = 0; n < 3; n++)", "")]                                             // again in each iteration
    [InlineData("for (int n = 0; n < 3; n++)", "Span<double> h = new double[x.Length * 40]; h[n] = s; s += h[n] * x[0];")]  // beside a workspace
    [InlineData("if (x[0] < 2)", "")]
    [InlineData("for (int n = x.Length; n > 0; n /= 2)", "")]
    public void PartsInsideOfStatements_ComputeWhatTheWholeWould(string around, string more) => CheckAll($$"""
        using System;
        using HessianGen;

        namespace Corpus;

        public static partial class Long
        {
            [Differentiable(Derivatives.Value | Derivatives.Gradient | Derivatives.HessianVectorProduct)]
            public static double F(ReadOnlySpan<double> x)
            {
                double s = x[1];
                {{around}}
                {
                    {{more}}
        {{Body(450).Replace("double t0 = x[0];", "double t0 = x[0] + 0.3 * s;")}}
                    s = 0.5 * s + t449;
                }

                return s * x[2];
            }
        }
        """);

    private static void CheckAll(string source, double tolerance = 1e-9)
    {
        CorpusRow row = new("Long", (sampler, _) => [source.Contains("float") ? sampler.Singles(8) : sampler.Vector(8)]) { Sizes = [1], Tolerance = tolerance };
        ConformanceSubject subject = new(row, [source], new GeneratorHarness(new DerivativeGenerator()));
        foreach (ProductMember member in subject.Members.Products)
        {
            Checks.AgreesWithHyperDualNumbers(subject, member);
            Checks.AllocatesNothing(subject, member);
        }
    }

    private static IEnumerable<MethodDeclarationSyntax> Methods(string text) => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>();

    /// <summary>Statements that compute; a variable that begins as zero costs nothing.</summary>
    private static int Statements(MethodDeclarationSyntax method) => method.DescendantNodes().OfType<StatementSyntax>().Count(s => s is not BlockSyntax && !IsZero(s));

    private static bool IsZero(StatementSyntax statement) =>
        statement is LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: LiteralExpressionSyntax { Token.ValueText: "0" or "0.0" } }] };

    /// <summary>A chain in which each statement needs others from further back.</summary>
    private static string Body(int statements)
    {
        StringBuilder body = new();
        for (int k = 0; k < statements; k++)
        {
            string formula = k < 8 ? $"x[{k}]" : k % 50 == 9 ? $"t{k - 1} > 0 ? 0.5 * t{k - 1} : t{k - 4} * t{k - 2}" : k % 4 == 0 ? $"0.6 * t{k - 1} + t{k - 5} * x[{k % 8}]" : $"0.9 * t{k - 1} - 0.2 * t{k - 3}";
            body.AppendLine(CultureInfo.InvariantCulture, $"        double t{k} = {formula};");
        }

        return body.ToString();
    }

    private static string Source(int statements, string products) => $$"""
        using System;
        using HessianGen;

        namespace Corpus;

        public static partial class Long
        {
            [Differentiable({{products}})]
            public static double Value(ReadOnlySpan<double> x)
            {
        {{Body(statements)}}
                return t{{statements - 1}} + Math.Sin(t{{statements - 2}});
            }
        }
        """;
}
