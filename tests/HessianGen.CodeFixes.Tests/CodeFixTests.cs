using System.Reflection;
using HessianGen.Generator;
using HessianGen.Generator.Diagnostics;
using HessianGen.Testing;
using HessianGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace HessianGen.CodeFixes.Tests;

/// <summary>What each fix makes of a source, and that it mends what was reported.</summary>
public sealed class CodeFixTests
{
    private static readonly GeneratorHarness Harness = new(new DerivativeGenerator(), new DifferentiableAnalyzer());

    public static TheoryData<string> Offered => [.. FixTable.Rows.Where(row => row.After is not null).Select(row => row.ToString())];

    public static TheoryData<string> Refused => [.. FixTable.Rows.Where(row => row.After is null).Select(row => row.ToString())];

    [Theory]
    [MemberData(nameof(Offered))]
    public async Task TheFixWritesWhatTheRowSays(string name)
    {
        FixRow row = FixTable.Of(name);
        (Workbench bench, Diagnostic diagnostic) = await ReportedAsync(row);
        CodeAction action = Assert.Single(await bench.OfferAsync(diagnostic));
        Assert.Equal(row.After, await bench.ApplyAsync(action));
    }

    [Theory]
    [MemberData(nameof(Offered))]
    public void AfterTheFixTheDiagnosticIsGoneAndTheDerivativesCompile(string name)
    {
        GeneratorOutcome outcome = Harness.Run(FixTable.Of(name).After!);
        Assert.DoesNotContain(outcome.Analyzed, d => d.Id == FixTable.Of(name).Id);
        Assert.Empty(outcome.Errors);
        Assert.NotEmpty(outcome.Files);
        Assert.DoesNotContain(outcome.Compilation.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task WhereTheMeaningIsNotClearNothingIsOffered(string name)
    {
        (Workbench bench, Diagnostic diagnostic) = await ReportedAsync(FixTable.Of(name));
        Assert.Empty(await bench.OfferAsync(diagnostic));
    }

    [Theory]
    [InlineData("HG1001", "class O { class P { [D] static double F(double x) => x; [D] static double G(double x) => x; } }\nclass C { [D] static double F(double x) => x; }",
        "partial class O { partial class P { [D] static double F(double x) => x; [D] static double G(double x) => x; } }\npartial class C { [D] static double F(double x) => x; }")]
    [InlineData("HG1014", "file static partial class C { [D] static double F(double x) => x; [D] static double G(double x) => x; }",
        "internal static partial class C { [D] static double F(double x) => x; [D] static double G(double x) => x; }")]
    [InlineData("HG2006", "partial class C { static int a = 1, b; static int c = 2, d = 3; static int e = 4; [D] static double F(double x) => e * x; [D] static double G(double x) => e; }",
        "partial class C { static int a = 1, b; static int c = 2, d = 3; const int e = 4; [D] static double F(double x) => e * x; [D] static double G(double x) => e; }")]
    [InlineData("HG3002", "partial class C { [D] static double F(double x) => x == (x != 0 ? 2 : 1) ? 1 : x == 1 ? 2 : x; }",
        "partial class C { [D] static double F(double x) => Math.Abs(x - (Math.Abs(x) > 1e-12 ? 2 : 1)) <= 1e-12 ? 1 : Math.Abs(x - 1) <= 1e-12 ? 2 : x; }")]
    public async Task AllOfAFileAreMendedAtOnce(string id, string before, string after)
    {
        const string usings = "using System; using D = HessianGen.DifferentiableAttribute;\n";
        Assert.Equal(usings + after, await new Workbench(usings + before).ApplyToAllAsync(id));
    }

    [Fact]
    public void EveryFixIsOfADiagnosticThatThereIsAndHasARow()
    {
        IEnumerable<string> ids = Workbench.Fixes.SelectMany(fix => fix.FixableDiagnosticIds).Order();
        Assert.Equal(ids, FixTable.Rows.Where(row => row.After is not null).Select(row => row.Id).Distinct().Order());
        Assert.Subset(new DifferentiableAnalyzer().SupportedDiagnostics.Select(d => d.Id).ToHashSet(), ids.ToHashSet());
    }

    [Fact]
    public void ThePageOfDiagnosticsTellsOfEachFixAndOfNoOther()
    {
        string root = typeof(CodeFixTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;
        string[] sections = File.ReadAllText(Path.Combine(root, "docs", "diagnostics.md")).Split("\n## ");
        IEnumerable<string> told = sections.Where(section => section.Contains("\n*Fix:* ", StringComparison.Ordinal)).Select(section => section[.."HG0000".Length]);
        Assert.Equal(Workbench.Fixes.SelectMany(fix => fix.FixableDiagnosticIds).Order(), told);
    }

    private static async Task<(Workbench Bench, Diagnostic Diagnostic)> ReportedAsync(FixRow row)
    {
        AnnotatedSource source = AnnotatedSource.Parse(row.Before);
        Workbench bench = new(source.Text);
        return (bench, Assert.Single(await bench.AnalyzeAsync(), d => d.Id == row.Id && d.Location.SourceSpan == Assert.Single(source.Spans)));
    }
}
