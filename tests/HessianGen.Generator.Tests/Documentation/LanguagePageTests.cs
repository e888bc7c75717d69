using System.Text.RegularExpressions;
using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using HessianGen.Generator.Frontend;
using HessianGen.Testing;
using HessianGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Tests.Documentation;

/// <summary>docs/language.md says what the generator does, row by row, and leaves nothing out.</summary>
public sealed partial class LanguagePageTests
{
    /// <summary>What no example can show: pointers need unsafe code, and C# has no operation for parentheses.</summary>
    private static readonly string[] WithoutExample = [nameof(OperationKind.AddressOf), nameof(IParenthesizedOperation)];

    private static readonly GeneratorHarness Harness = new(new DerivativeGenerator(), new DifferentiableAnalyzer());

    private static readonly Lazy<IReadOnlyList<IOperation>> Operations = new(() => [.. LanguagePage.Current.Rows.SelectMany(OperationsOf)]);

    public static TheoryData<string> Rows => [.. LanguagePage.Current.Rows.Select(row => row.Construct)];

    public static TheoryData<string> Ids => [.. Descriptors.All.Select(d => d.Id).Where(id => id[2] is '1' or '2' or '3')];

    public static TheoryData<OperationKind> RefusedKinds => [.. Enum.GetValues<OperationKind>().Where(kind => Constructs.Has(kind) && !WithoutExample.Contains(kind.ToString()))];

    public static TheoryData<string> HandledOperations =>
    [
        .. Directory.EnumerateFiles(Path.Combine(LanguagePage.Root, "generator", "HessianGen.Generator", "Frontend"), "Translator*.cs")
            .SelectMany(path => NameOfOperation().Matches(File.ReadAllText(path)).Select(match => match.Value))
            .Distinct()
            .Except(WithoutExample)
            .Order(),
    ];

    public static TheoryData<string> Functions => [.. Primitives.All.Where(p => p.Methods.Count > 0).Select(p => p.Methods[0])];

    [Theory]
    [MemberData(nameof(Rows))]
    public void TheExampleDoesWhatItsRowSays(string construct)
    {
        LanguageRow row = LanguagePage.Current.Rows.Single(r => r.Construct == construct);
        GeneratorOutcome outcome = Harness.Run(LanguagePage.Current.With(row).Text);
        Assert.DoesNotContain(outcome.Compilation.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal(row.Id is null ? [] : [row.Id], outcome.Analyzed.Concat(outcome.Reported.Where(d => d.Id != "HG0001")).Select(d => d.Id).Distinct());
        Assert.Equal(outcome.Errors.Any() ? 0 : 1, outcome.Files.Count);
    }

    [Fact]
    public void EveryLineOfTheTablesIsARowOfItsOwnName()
    {
        Assert.Equal(LanguagePage.CountOfLines, LanguagePage.Current.Rows.Count);
        Assert.Equal(LanguagePage.Current.Rows.Count, LanguagePage.Current.Rows.Select(row => row.Construct).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryDiagnosticHasARow(string id) => Assert.Contains(LanguagePage.Current.Rows, row => row.Id == id);

    [Theory]
    [MemberData(nameof(RefusedKinds))]
    public void EveryConstructThatIsRefusedByNameHasARow(OperationKind kind) => Assert.Contains(Operations.Value, operation => operation.Kind == kind);

    [Theory]
    [MemberData(nameof(HandledOperations))]
    public void EveryOperationThatTheFrontEndHandlesHasARow(string type) =>
        Assert.Contains(Operations.Value, operation => operation.GetType().GetInterface(type) is not null);

    [Theory]
    [MemberData(nameof(Functions))]
    public void EveryFunctionOfTheTableHasARow(string method) => Assert.Contains(
        Operations.Value.OfType<IInvocationOperation>(),
        call => Primitives.ByMethod(method)!.Methods.Contains($"{call.TargetMethod.ContainingNamespace}.{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}"));

    /// <summary>The operations that an example spells out.</summary>
    private static IEnumerable<IOperation> OperationsOf(LanguageRow row)
    {
        (string text, var span) = LanguagePage.Current.With(row);
        CSharpCompilation compilation = InMemory.Compile(text);
        SemanticModel model = compilation.GetSemanticModel(compilation.SyntaxTrees[0]);
        return compilation.SyntaxTrees[0].GetRoot().DescendantNodes(node => node.Span.IntersectsWith(span))
            .Where(node => span.Contains(node.Span))
            .Select(node => model.GetOperation(node))
            .OfType<IOperation>()
            .SelectMany(operation => operation.DescendantsAndSelf())
            .Distinct();
    }

    [GeneratedRegex(@"\bI[A-Z]\w+Operation\b")]
    private static partial Regex NameOfOperation();
}
