using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HessianGen.Testing.Generation;

/// <summary>
/// Runs a generator as an editor would, and holds it in every use to what all its uses promise: see <see cref="Run"/>.
/// </summary>
/// <param name="generator">The generator under test.</param>
/// <param name="analyzers">The analyzers that report for it.</param>
public sealed class GeneratorHarness(IIncrementalGenerator generator, params DiagnosticAnalyzer[] analyzers)
{
    /// <summary>Compiles the sources with what the generator adds to them.</summary>
    /// <remarks>
    /// Each broken promise throws a <see cref="HarnessException"/>: no exception in the generator or an analyzer; a second
    /// run over an equal compilation finds every output cached; a fresh generator writes the same bytes; no model type
    /// reaches an object of Roslyn; generated files end in one <c>\n</c> and have no <c>\r</c>; and, unless the generator or
    /// an analyzer reports an error, everything compiles, the generated files without any warning.
    /// </remarks>
    public GeneratorOutcome Run(params IEnumerable<string> sources)
    {
        CSharpCompilation input = InMemory.Compile(sources);
        GeneratorDriver first = NewDriver().RunGenerators(input);
        GeneratorRunResult result = Promised.NoException(first.GetRunResult().Results.Single());
        Promised.AllCached(first.RunGenerators(input.Clone()).GetRunResult().Results.Single());
        Promised.SameBytes(result, NewDriver().RunGenerators(input).GetRunResult().Results.Single());
        Promised.NothingOfRoslynInTheModel(result);
        Promised.PlainText(result);

        CSharpCompilation output = input.AddSyntaxTrees(result.GeneratedSources.Select(source => source.SyntaxTree));
        GeneratorOutcome outcome = new(
            output,
            [.. result.GeneratedSources.Select(source => new GeneratedFile(source.HintName, source.SourceText.ToString()))],
            result.Diagnostics,
            Analyze(output));
        if (!outcome.Errors.Any())
        {
            Promised.CompilesWithoutWarning(output, result);
        }

        return outcome;
    }

    /// <summary>Like <see cref="Run"/>, for sources of which other tests hold the generator to its promises: what it writes must compile without a warning, and no more.</summary>
    public GeneratorOutcome RunOnce(params IEnumerable<string> sources)
    {
        CSharpCompilation input = InMemory.Compile(sources);
        GeneratorRunResult result = Promised.NoException(NewDriver().RunGenerators(input).GetRunResult().Results.Single());
        CSharpCompilation output = input.AddSyntaxTrees(result.GeneratedSources.Select(source => source.SyntaxTree));
        if (result.Diagnostics.All(d => d.Severity != DiagnosticSeverity.Error)) Promised.CompilesWithoutWarning(output, result);
        return new(output, [.. result.GeneratedSources.Select(source => new GeneratedFile(source.HintName, source.SourceText.ToString()))], result.Diagnostics, []);
    }

    /// <summary>Runs over a source, then over an edited one, and tells what the second run recomputed.</summary>
    /// <param name="before">The first file before the edit.</param>
    /// <param name="after">The same file after it.</param>
    /// <param name="others">Files that stay as they are.</param>
    public GeneratorEdit Edit(string before, string after, params IEnumerable<string> others)
    {
        CSharpCompilation input = InMemory.Compile(others.Prepend(before));
        GeneratorDriver driver = NewDriver().RunGenerators(input);
        Promised.NoException(driver.GetRunResult().Results.Single());
        SyntaxTree edited = input.SyntaxTrees[0];
        CSharpCompilation changed = input.ReplaceSyntaxTree(edited, InMemory.Parse(after, edited.FilePath));
        return GeneratorEdit.Of(Promised.NoException(driver.RunGenerators(changed).GetRunResult().Results.Single()));
    }

    private GeneratorDriver NewDriver() => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()],
        parseOptions: InMemory.ParseOptions,
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private ImmutableArray<Diagnostic> Analyze(CSharpCompilation compilation)
    {
        if (analyzers is [])
        {
            return [];
        }

        Exception? failure = null;
        CompilationWithAnalyzersOptions options = new(
            new AnalyzerOptions([]), (exception, _, _) => failure ??= exception, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> diagnostics = compilation.WithAnalyzers([.. analyzers], options)
            .GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return failure is null ? diagnostics : throw new HarnessException("An analyzer threw.", failure);
    }
}
