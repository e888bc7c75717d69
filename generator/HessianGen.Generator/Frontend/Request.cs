using HessianGen.Compiler;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HessianGen.Generator.Frontend;

/// <summary>What a <c>[Differentiable]</c> asks for.</summary>
/// <param name="Products">The products that were asked for and can be built.</param>
/// <param name="RecursionDepth">How deep calls that recur at run time are inlined in each other.</param>
/// <param name="Refusals">One for each product that was asked for by name and cannot.</param>
internal sealed record Request(Product Products, bool IsStrict, int RecursionDepth, HessianStrategy Strategy, IReadOnlyList<Finding> Refusals)
{
    private const Product Default = Product.Gradient | Product.Hessian | Product.HessianVectorProduct | Product.Objective;

    public static Request Of(AttributeData attribute, CancellationToken cancellation)
    {
        Product requested = attribute.ConstructorArguments.FirstOrDefault() is { IsNull: false, Value: int flags } ? (Product)flags : Default;
        bool isStrict = attribute.NamedArguments.Any(a => a is { Key: "FloatingPoint", Value.Value: 1 });
        int depth = Named(attribute, "RecursionDepth", TypedConstantKind.Primitive);
        HessianStrategy strategy = (HessianStrategy)Named(attribute, "HessianStrategy", TypedConstantKind.Enum);
        Product missing = Named(requested) & ~CompilerPipeline.Supported;
        List<Finding> refusals = [.. Each(missing).Select(p => new Finding(Descriptors.UnsupportedProduct, LocationOf(attribute, cancellation), p.ToString()))];
        bool isEmptyBatch = (requested & Product.Batch) != 0 && (requested & CompilerPipeline.Batchable) == 0;
        if (isEmptyBatch) refusals.Add(new(Descriptors.EmptyBatch, LocationOf(attribute, cancellation)));
        return new(requested & CompilerPipeline.Supported, isStrict, depth, strategy, refusals)
        {
            NamesBatch = (Named(requested) & Product.Batch) != 0,
            NamesSparseHessian = (Named(requested) & Product.SparseHessian) != 0,
        };
    }

    /// <summary>True where batches are asked for by name, so that it is an error if there can be none.</summary>
    public bool NamesBatch { get; private init; }

    /// <summary>True where a sparse Hessian is asked for by name, so that it is an error if there can be none.</summary>
    public bool NamesSparseHessian { get; private init; }

    /// <summary>The single products in a set.</summary>
    public static IEnumerable<Product> Each(Product products)
    {
        foreach (Product product in Enum.GetValues(typeof(Product)))
        {
            if (product != Product.None && (products & product) != 0) yield return product;
        }
    }

    private static int Named(AttributeData attribute, string name, TypedConstantKind kind) =>
        attribute.NamedArguments.FirstOrDefault(a => a.Key == name).Value is { Value: int value } constant && constant.Kind == kind ? value : 0;

    /// <summary>What was asked for by name: <c>All</c> and <c>Default</c> mean whatever there is.</summary>
    private static Product Named(Product requested)
    {
        Product all = Enum.GetValues(typeof(Product)).Cast<Product>().Aggregate((x, y) => x | y);
        if ((requested & all) == all) return Product.None;
        return (requested & Default) == Default ? requested & ~Default : requested;
    }

    private static Location LocationOf(AttributeData attribute, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) switch
        {
            AttributeSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } => arguments[0].GetLocation(),
            { } syntax => syntax.GetLocation(),
            null => Location.None,
        };
}
