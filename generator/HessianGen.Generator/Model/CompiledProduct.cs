using System.Text;
using HessianGen.Compiler;
using HessianGen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HessianGen.Generator.Model;

/// <summary>What the Compile step gives: files, with or without a remark, or a failure.</summary>
/// <remarks>Equatable by its text, so that a recompilation to the same bytes changes no output.</remarks>
/// <param name="Failure">Why there are no files.</param>
/// <param name="Remark">What the user should know of the product.</param>
internal sealed record CompiledProduct(EquatableArray<GeneratedFile> Files, DiagnosticModel? Failure, DiagnosticModel? Remark = null)
{
    public void AddTo(SourceProductionContext context)
    {
        foreach (GeneratedFile file in Files) context.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));
        if (Remark is { } remark) context.ReportDiagnostic(remark.ToDiagnostic());
        if (Failure is { } failure) context.ReportDiagnostic(failure.ToDiagnostic());
    }
}
