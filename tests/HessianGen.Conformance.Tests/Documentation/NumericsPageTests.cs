using System.Globalization;
using System.Text.RegularExpressions;
using HessianGen.Generator;
using HessianGen.Testing.Generation;
using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Documentation;

/// <summary>The table of kinks and edges in docs/numerics.md holds, row by row.</summary>
public sealed partial class NumericsPageTests
{
    private static readonly string Page = DocumentationPage.Read("numerics.md");

    public static TheoryData<string> Rows => [.. Row().Matches(Page).Select(match => match.Value)];

    [Fact]
    public void EveryLineOfTheTableIsRead()
    {
        string table = Page[Page.IndexOf("| expression |", StringComparison.Ordinal)..];
        int lines = table[..table.IndexOf("\n\n", StringComparison.Ordinal)].Split('\n').Length;
        Assert.Equal(lines - 2, Rows.Count);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void TheDerivativesAreWhatTheRowSays(string row)
    {
        GroupCollection cells = Row().Match(row).Groups;
        string code = cells["code"].Value, gradient = cells["gradient"].Value, hessian = cells["hessian"].Value;
        (string Name, double Value)[] variables = [.. cells["point"].Value.Split(", ").Select(p => p.Split(" = ")).Select(p => (p[0], Number(p[1])))];
        string parameters = string.Join(", ", variables.Select(v => "double " + v.Name));
        string source = $$"""
            using System;
            using HessianGen;
            public static partial class Subject
            {
                [Differentiable(Derivatives.Hessian | Derivatives.HessianVectorProduct)]
                public static double F({{parameters}}) => {{code}};
            }
            """;
        GeneratedMembers members = GeneratedMembers.Of(new GeneratorHarness(new DerivativeGenerator()).Run(source));
        object[] arguments = [.. variables.Select(v => (object)v.Value)];
        int n = variables.Length;
        double[] actualGradient = new double[n], actualHessian = new double[n * n];
        members.Call(ProductMember.Of(Derivatives.Hessian), arguments, actualGradient, actualHessian);
        AssertEqual(gradient, actualGradient);
        AssertEqual(hessian, actualHessian);
        for (int k = 0; k < n; k++)
        {
            double[] direction = new double[n], product = new double[n];
            direction[k] = 1;
            members.Call(ProductMember.Of(Derivatives.HessianVectorProduct), arguments, direction, product);
            AssertEqual(string.Join(" ", hessian.Split(' ').Skip(k * n).Take(n)), product);
        }
    }

    private static void AssertEqual(string expected, double[] actual)
    {
        double[] numbers = [.. expected.Split(' ').Select(Number)];
        Assert.Equal(numbers.Length, actual.Length);
        Assert.All(numbers.Zip(actual), pair => Assert.True(pair.First.Equals(pair.Second + 0.0) || Math.Abs(pair.First - pair.Second) <= 1e-15, $"expected {expected}, got {string.Join(" ", actual)}"));
    }

    private static double Number(string text) => text == "Infinity" ? double.PositiveInfinity : text == "-Infinity" ? double.NegativeInfinity : double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\| `(?<code>[^`]+)` \| (?<point>\w = [^|]+?) \| (?<gradient>[^|]+?) \| (?<hessian>[^|]+?) \|[^|]*\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
