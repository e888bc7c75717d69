using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HessianGen.Testing.Generation;

/// <summary>What one run of a generator gave.</summary>
/// <param name="Compilation">The sources with the generated files.</param>
/// <param name="Files">The generated files, in the generator's order.</param>
/// <param name="Reported">What the generator itself reported.</param>
/// <param name="Analyzed">What the analyzers reported.</param>
public sealed record GeneratorOutcome(
    CSharpCompilation Compilation,
    IReadOnlyList<GeneratedFile> Files,
    IReadOnlyList<Diagnostic> Reported,
    IReadOnlyList<Diagnostic> Analyzed)
{
    /// <summary>The errors of generator and analyzers: with one, nothing is promised about the generated files.</summary>
    public IEnumerable<Diagnostic> Errors => Reported.Concat(Analyzed).Where(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>The generated files as snapshots take them: by hint name without its extension.</summary>
    public IEnumerable<(string? Hint, string Text)> Texts =>
        Files.Select(file => ((string?)file.HintName.Replace(".g.cs", "", StringComparison.Ordinal), file.Text));

    /// <summary>Loads it all, with further sources that use it, so that the collector can unload it again.</summary>
    /// <exception cref="HarnessException">The generator or an analyzer reported an error, or the further sources do not compile.</exception>
    public Assembly Load(params IEnumerable<string> shims)
    {
        RequireAccepted();
        return InMemory.Load(Compilation.AddSyntaxTrees(shims.Select((text, index) => InMemory.Parse(text, $"Shim{index}.cs"))));
    }

    /// <summary>Throws a <see cref="HarnessException"/> with the errors of generator and analyzers, if there are any.</summary>
    public void RequireAccepted()
    {
        if (Errors.Any())
        {
            throw new HarnessException(InMemory.Report("The source was refused.", Errors, DiagnosticSeverity.Error));
        }
    }
}
