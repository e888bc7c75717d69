using HessianGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HessianGen.Generator;

/// <summary>Adds derivatives to every method with <c>[Differentiable]</c>: Parse (on every edit), Compile (cached), Output.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class DerivativeGenerator : IIncrementalGenerator
{
    private const string Attribute = "HessianGen.DifferentiableAttribute";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<MethodModel> methods = context.SyntaxProvider
            .ForAttributeWithMetadataName(Attribute, static (node, _) => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax, MethodModel.Parse)
            .WithTrackingName(TrackingNames.Parse);

        IncrementalValuesProvider<CompiledProduct> products = methods
            .SelectMany(static (method, _) => method.Requests).WithTrackingName(TrackingNames.Requests)
            .Select(static (request, cancellation) => request.Compile(cancellation)).WithTrackingName(TrackingNames.Compile);

        IncrementalValuesProvider<DiagnosticModel> refusals = methods
            .SelectMany(static (method, _) => method.Refusal is { } refusal ? new[] { refusal } : []).WithTrackingName(TrackingNames.Refusals);

        context.RegisterSourceOutput(products, static (output, product) => product.AddTo(output));
        context.RegisterSourceOutput(refusals, static (output, refusal) => output.ReportDiagnostic(refusal.ToDiagnostic()));
    }
}
