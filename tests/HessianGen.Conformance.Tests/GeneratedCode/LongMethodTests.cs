using System.Globalization;
using System.Text;
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

    [Fact]
    public void FiveThousandStatements_MakeNoLongMethod()
    {
        GeneratorOutcome outcome = new GeneratorHarness(new DerivativeGenerator()).Run(Source(5000, "Derivatives.Gradient"));
        string text = Assert.Single(outcome.Texts).Text;
        int[] lengths = [.. CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Select(Statements)];
        Assert.True(lengths.Length > 10);
        Assert.True(lengths.Max() <= MostStatements, $"a method has {lengths.Max()} statements");
    }

    [Fact]
    public void Parts_ComputeWhatTheWholeWould()
    {
        CorpusRow row = new("Long", (sampler, _) => [sampler.Vector(8)]) { Sizes = [1] };
        ConformanceSubject subject = new(row, [Source(700, "Derivatives.Gradient | Derivatives.HessianVectorProduct")], new GeneratorHarness(new DerivativeGenerator()));
        foreach (var member in subject.Members.Products) Checks.AgreesWithHyperDualNumbers(subject, member);
    }

    /// <summary>Statements that compute; a variable that begins as zero costs nothing.</summary>
    private static int Statements(MethodDeclarationSyntax method) => method.DescendantNodes().OfType<StatementSyntax>().Count(s => s is not BlockSyntax && !IsZero(s));

    private static bool IsZero(StatementSyntax statement) =>
        statement is LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: LiteralExpressionSyntax { Token.ValueText: "0" or "0.0" } }] };

    /// <summary>A chain in which each statement needs others from further back.</summary>
    private static string Source(int statements, string products)
    {
        StringBuilder body = new();
        for (int k = 0; k < statements; k++)
        {
            string formula = k < 8 ? $"x[{k}]" : k % 4 == 0 ? $"0.6 * t{k - 1} + t{k - 5} * x[{k % 8}]" : $"0.9 * t{k - 1} - 0.2 * t{k - 3}";
            body.AppendLine(CultureInfo.InvariantCulture, $"        double t{k} = {formula};");
        }

        return $$"""
            using System;
            using HessianGen;

            namespace Corpus;

            public static partial class Long
            {
                [Differentiable({{products}})]
                public static double Value(ReadOnlySpan<double> x)
                {
            {{body}}
                    return t{{statements - 1}} + Math.Sin(t{{statements - 2}});
                }
            }
            """;
    }
}
