using HessianGen.Compiler;
using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using HessianGen.Generator.Frontend;
using Microsoft.CodeAnalysis;

namespace HessianGen.Generator.Model;

/// <summary>What the Parse step hands on of one method: its source, or why there is none.</summary>
/// <remarks>Equatable, and nothing of Roslyn in it: text, numbers and the IR. Lines are relative to the method, so a blank line above it changes nothing here.</remarks>
internal sealed record MethodModel(MethodSource? Source, DiagnosticModel? Refusal, Locus Locus)
{
    /// <summary>One request for each product that can be built, and one more for a batch of it where that is asked for.</summary>
    public IEnumerable<ProductRequest> Requests => Source is { } source ? Members(source.Products).Select(product => new ProductRequest(source, product, Locus)) : [];

    public static MethodModel Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        IMethodSymbol method = (IMethodSymbol)context.TargetSymbol;
        LocationModel name = LocationModel.Of(method.Locations[0]);
        try
        {
            ParsedMethod parsed = MethodParser.Parse(method, context.Attributes[0], context.SemanticModel.Compilation, cancellation);
            Finding? error = parsed.Findings.FirstOrDefault(f => f.IsError);
            return new(parsed.Source, error is null ? null : Refuse(method, name, error), new(name));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            EquatableArray<string> arguments = new([method.Name, "The front end", failure.Message]);
            return new(null, new(Descriptors.Internal.Id, name, arguments), new(name));
        }
    }

    private static IEnumerable<Product> Members(Product products)
    {
        IEnumerable<Product> batches = (products & Product.Batch) == 0 ? [] : Request.Each(products & CompilerPipeline.Batchable).Select(product => product | Product.Batch);
        return Request.Each(products & ~Product.Batch).Concat(batches);
    }

    private static DiagnosticModel Refuse(IMethodSymbol method, LocationModel name, Finding error)
    {
        int line = error.Location.GetLineSpan().StartLinePosition.Line - name.StartLine + 1;
        string reason = error.ToDiagnostic().GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        EquatableArray<string> arguments = new([method.Name, error.Descriptor.Id, line.ToString(System.Globalization.CultureInfo.InvariantCulture), reason]);
        return new(Descriptors.NotGenerated.Id, name, arguments);
    }
}
