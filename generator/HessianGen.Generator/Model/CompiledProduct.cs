using System.Text;
using HessianGen.Compiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HessianGen.Generator.Model;

/// <summary>What the Compile step gives: a file or a failure.</summary>
/// <remarks>Equatable by its text, so that a recompilation to the same bytes changes no output.</remarks>
internal sealed record CompiledProduct(GeneratedFile? File, DiagnosticModel? Failure)
{
    public void AddTo(SourceProductionContext context)
    {
        if (File is { } file) context.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));
        if (Failure is { } failure) context.ReportDiagnostic(failure.ToDiagnostic());
    }
}
