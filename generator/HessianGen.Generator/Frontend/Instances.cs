using HessianGen.Compiler;
using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HessianGen.Generator.Frontend;

/// <summary>Which parameters each instance of a batch has for itself, and whether there can be a batch of a method.</summary>
/// <remarks>Numbers that may vary belong to an instance: variables and floating-point numbers. What counts, chooses or is a table belongs to all.</remarks>
internal static class Instances
{
    private const string PerInstance = "HessianGen.PerInstanceAttribute", Shared = "HessianGen.SharedAttribute", Differentiable = "HessianGen.DifferentiableAttribute";

    /// <summary>True where each instance has its own.</summary>
    public static bool IsOwn(IParameterSymbol parameter, bool isVariable) =>
        isVariable || Has(parameter, PerInstance) || Types.Scalar(parameter.Type) is { } type && type.IsFloat() && !Has(parameter, Shared);

    /// <summary>What keeps a method from having batches.</summary>
    public static IEnumerable<Finding> Check(IMethodSymbol method)
    {
        string signature = Signature(method);
        bool hasTwin = method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Any(other => !SymbolEqualityComparer.Default.Equals(other, method) && AsksForBatch(other) && Signature(other) == signature);
        if (hasTwin) yield return new(Descriptors.NotBatched, method.Locations[0], method.Name, "its batch would take the same arguments as that of an overload; give one of the two another name");
        HashSet<string> variables = [.. Variables.Of(method).Select(p => p.Name)];
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            bool isVariable = variables.Contains(parameter.Name), isOwn = IsOwn(parameter, isVariable);
            string? reason =
                isVariable && Has(parameter, Shared) ? "it is a variable, which differs from instance to instance; remove [Shared]"
                : isOwn && parameter.Type is IArrayTypeSymbol and ({ Rank: > 1 } or { ElementType: IArrayTypeSymbol }) ? "rows of elements have no room for its shape; pass its elements as a span"
                : isOwn && Types.Scalar(parameter.Type) is not null && parameter.Type.TypeKind == TypeKind.Enum ? "an enum is the same for all instances; remove [PerInstance], or pass an integer"
                : null;
            if (reason is not null) yield return new(Descriptors.NotBatched, parameter.Locations[0], parameter.Name, reason);
        }
    }

    /// <summary>The types of the parameters of a batch.</summary>
    private static string Signature(IMethodSymbol method)
    {
        HashSet<string> variables = [.. Variables.Of(method).Select(p => p.Name)];
        return string.Join(", ", method.Parameters.Select(p => IsOwn(p, variables.Contains(p.Name)) ? $"rows of {Types.OfNumbers(p.Type)}" : p.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)));
    }

    private static bool AsksForBatch(IMethodSymbol method) =>
        method.GetAttributes().FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == Differentiable) is { } attribute
        && attribute.ConstructorArguments.FirstOrDefault() is { IsNull: false, Value: int flags } && ((Product)flags & Product.Batch) != 0;

    private static bool Has(ISymbol symbol, string attribute) => symbol.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() == attribute);
}
