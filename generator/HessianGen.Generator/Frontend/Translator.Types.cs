using HessianGen.Compiler.Ir;
using Microsoft.CodeAnalysis;

namespace HessianGen.Generator.Frontend;

/// <summary>Types as they are in the current activation: type parameters stand for their arguments.</summary>
internal sealed partial class Translator
{
    private ScalarType? ScalarOf(ITypeSymbol? type) => Types.Scalar(Resolve(type));

    private ITypeSymbol? ElementOf(ITypeSymbol? type) => Types.Element(Resolve(type));

    private ITypeSymbol? Resolve(ITypeSymbol? type) => type switch
    {
        ITypeParameterSymbol parameter => frame.TypeOf(parameter) ?? type,
        IArrayTypeSymbol { ElementType: ITypeParameterSymbol element } array => sources.Compilation.CreateArrayTypeSymbol(Resolve(element)!, array.Rank),
        INamedTypeSymbol { IsGenericType: true, IsTupleType: false } named when named.TypeArguments.Any(IsOpen) =>
            named.ConstructedFrom.Construct([.. named.TypeArguments.Select(a => Resolve(a)!)]),
        INamedTypeSymbol { IsTupleType: true } tuple when tuple.TupleElements.Any(e => IsOpen(e.Type)) =>
            sources.Compilation.CreateTupleTypeSymbol([.. tuple.TupleElements.Select(e => Resolve(e.Type)!)]),
        _ => type,
    };

    private static bool IsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpen),
        _ => false,
    };

    /// <summary>The instance fields of a tuple or of a struct that this compilation has the source of, in order; null for every other type.</summary>
    private List<IFieldSymbol>? Fields(ITypeSymbol? type) => Resolve(type) switch
    {
        INamedTypeSymbol { IsTupleType: true } tuple => [.. tuple.TupleElements],
        INamedTypeSymbol { TypeKind: TypeKind.Struct, DeclaringSyntaxReferences.Length: > 0 } named => [.. named.GetMembers().OfType<IFieldSymbol>().Where(f => !f.IsStatic)],
        _ => null,
    };
}
