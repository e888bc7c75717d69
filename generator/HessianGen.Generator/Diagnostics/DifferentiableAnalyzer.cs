using System.Collections.Immutable;
using HessianGen.Generator.Frontend;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.Generator.Diagnostics;

/// <summary>Reports what the front end refuses or warns of, on the exact expression; shares the front end with the generator.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DifferentiableAnalyzer : DiagnosticAnalyzer
{
    private const string Attribute = "HessianGen.DifferentiableAttribute";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Descriptors.All];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(c => Analyze((IMethodSymbol)c.Symbol, c.Compilation, c.ReportDiagnostic, c.CancellationToken), SymbolKind.Method);
        context.RegisterOperationAction(c => Analyze(((ILocalFunctionOperation)c.Operation).Symbol, c.Compilation, c.ReportDiagnostic, c.CancellationToken), OperationKind.LocalFunction);
    }

    private static void Analyze(IMethodSymbol method, Compilation compilation, Action<Diagnostic> report, CancellationToken cancellation)
    {
        if (method.GetAttributes().FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == Attribute) is not { } attribute) return;
        try
        {
            foreach (Finding finding in MethodParser.Parse(method, attribute, compilation, cancellation).Findings) report(finding.ToDiagnostic());
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The generator met the same fault, and reports it as HG9001.
        }
    }
}
