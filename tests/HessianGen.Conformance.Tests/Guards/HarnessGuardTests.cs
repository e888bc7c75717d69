using System.Collections.Immutable;
using HessianGen.Testing;
using HessianGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HessianGen.Conformance.Tests.Guards;

/// <summary>Every promise that the harness holds a generator to can be broken, and is then seen.</summary>
public sealed class HarnessGuardTests
{
    private const string Source = """
        public static class Loss
        {
            [HessianGen.Differentiable]
            public static double Square(double x) => 3 * x * x;
        }

        """;

    private static readonly Dictionary<string, (IIncrementalGenerator Generator, string Complaint)> Broken = new()
    {
        //  what is broken                    by this                                                                            the harness says
        ["an exception"]                  = (Writing(_ => throw new InvalidOperationException()),                                "The generator threw"),
        ["an unequal model"]              = (Of(_ => new object(), _ => "\n"),                                                   "changed: Parse"),
        ["a symbol in the model"]         = (Of(method => method.TargetSymbol, _ => "\n"),                                       "changed: Parse"),
        ["a syntax node in the model"]    = (Of(method => new Held(method.TargetNode), _ => "\n"),                               "is a MethodDeclarationSyntax"),
        ["a node in an array in it"]      = (Of(method => new Held((object[])[method.TargetNode]), _ => "\n"),                   "[0] is a MethodDeclarationSyntax"),
        ["bytes that change"]             = (Writing(_ => $"// {Guid.NewGuid()}\n"),                                             "different files"),
        ["a carriage return"]             = (Writing(_ => "// a\r\n"),                                                           "no \\r"),
        ["no last line end"]              = (Writing(_ => "// a"),                                                               "end in one \\n"),
        ["a blank last line"]             = (Writing(_ => "// a\n\n"),                                                           "end in one \\n"),
        ["a file name beyond ASCII"]      = (new FakeGenerator<string>(_ => "", _ => "\n", ".é.cs"),                             "no name for a file"),
        ["an error"]                      = (Writing(_ => "class A : B;\n"),                                                     "error CS0246"),
        ["a warning"]                     = (Writing(_ => "class A { void F() { int unused = 1; } }\n"),                         "warning CS0219"),
        ["missing documentation"]         = (Writing(_ => "public class A;\n"),                                                  "warning CS1591"),
        ["nullable without its context"]  = (Writing(_ => "class A { string? a; string? B() => a; }\n"),                         "warning CS8669"),
        ["unsafe code"]                   = (Writing(_ => "class A { unsafe void F(int* p) { } }\n"),                            "error CS0227"),
    };

    public static TheoryData<string> BrokenPromises => [.. Broken.Keys];

    [Theory]
    [MemberData(nameof(BrokenPromises))]
    public void Harness_SeesABrokenPromise(string promise)
    {
        (IIncrementalGenerator generator, string complaint) = Broken[promise];
        HarnessException exception = Assert.Throws<HarnessException>(() => new GeneratorHarness(generator).Run(Source));
        Assert.Contains(complaint, exception.Message);
    }

    [Fact]
    public void Harness_GivesFilesAndAnAssembly_WhereAllPromisesAreKept()
    {
        GeneratorOutcome outcome = new GeneratorHarness(Writing(name => $"static class Made {{ public static int {name} => 42; }}\n")).Run(Source);
        Assert.Equal(("Square.g.cs", "static class Made { public static int Square => 42; }\n"), (outcome.Files[0].HintName, outcome.Files[0].Text));
        Assert.Equal(42, outcome.Load().GetType("Made")!.GetProperty("Square")!.GetValue(null));
    }

    [Fact]
    public void Harness_ShowsWhatAnAnalyzerReports_AndThenPromisesNothingAboutTheFiles()
    {
        GeneratorOutcome outcome = new GeneratorHarness(Writing(_ => "class A : B;\n"), new RefusingAnalyzer()).Run(Source);
        Assert.Equal("TEST1", Assert.Single(outcome.Analyzed).Id);
        Assert.Contains("TEST1", Assert.Throws<HarnessException>(() => outcome.Load()).Message);
    }

    [Fact]
    public void Harness_ShowsAnExceptionOfAnAnalyzer() => Assert.Contains(
        "analyzer threw",
        Assert.Throws<HarnessException>(() => new GeneratorHarness(Writing(_ => "\n"), new RefusingAnalyzer(throws: true)).Run(Source)).Message);

    [Theory]
    //          edit                        before         after                Parse is left alone
    [InlineData("blank line above",         "[Hess",       "\n[Hess",                          true)]
    [InlineData("comment at the end",       "x * x;",      "x * x; // squared",                true)]
    [InlineData("unrelated type",           "public stat", "class Other; public stat",         true)]
    [InlineData("another name",             "Square",      "Quadratic",                        false)]
    public void Edit_TellsWhatWasComputedAgain(string edit, string before, string after, bool leftAlone)
    {
        int at = Source.IndexOf(before, StringComparison.Ordinal);
        string edited = Source[..at] + after + Source[(at + before.Length)..];
        GeneratorEdit result = new GeneratorHarness(Writing(name => $"// {name}\n")).Edit(Source, edited);
        Assert.True(leftAlone == result.LeftAlone("Parse"), edit);
        Assert.True(leftAlone == result.LeftOutputsAlone, edit);
        Assert.Equal(["Parse"], result.Steps.Keys);
    }

    private static FakeGenerator<string> Writing(Func<string, string> write) => new(method => method.TargetSymbol.Name, write);

    private static FakeGenerator<T> Of<T>(Func<GeneratorAttributeSyntaxContext, T> parse, Func<T, string> write) => new(parse, write);

    /// <summary>Equal to every other, so that it is cached whatever it holds.</summary>
    private sealed class Held(object content)
    {
        public object Content { get; } = content;

        public override bool Equals(object? obj) => obj is Held;

        public override int GetHashCode() => 0;
    }

    private sealed class RefusingAnalyzer(bool throws = false) : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Refused = new("TEST1", "Refused", "Refused", "Test", DiagnosticSeverity.Error, true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Refused];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSymbolAction(
                action => action.ReportDiagnostic(throws
                    ? throw new InvalidOperationException()
                    : Diagnostic.Create(Refused, action.Symbol.Locations[0])),
                SymbolKind.Method);
        }
    }
}
