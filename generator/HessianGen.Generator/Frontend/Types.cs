using HessianGen.Compiler.Ir;
using Microsoft.CodeAnalysis;

namespace HessianGen.Generator.Frontend;

/// <summary>C#'s types as the IR knows them.</summary>
internal static class Types
{
    /// <summary>The scalar type of a number, bool or enum; null for every other type.</summary>
    public static ScalarType? Scalar(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying } => Scalar(underlying),
        _ => Scalar(type?.SpecialType ?? SpecialType.None),
    };

    /// <summary>The element type of a one-dimensional array or a span; null for every other type.</summary>
    public static ITypeSymbol? Element(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType: var element } => element,
        INamedTypeSymbol named when IsSpan(named) => named.TypeArguments[0],
        _ => null,
    };

    /// <summary>The type of the numbers in a rectangular array, or in an array of arrays at most three deep; null for every other type.</summary>
    public static ITypeSymbol? Leaf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { Rank: > 1, ElementType: var element } => element,
        IArrayTypeSymbol { Rank: 1, ElementType: IArrayTypeSymbol { Rank: 1, ElementType: IArrayTypeSymbol { Rank: 1, ElementType: var element } } } => element,
        IArrayTypeSymbol { Rank: 1, ElementType: IArrayTypeSymbol { Rank: 1, ElementType: var element } } => element,
        _ => null,
    };

    /// <summary>The type of the numbers in a parameter: its own, or that of its elements; null where parameters cannot be of the type.</summary>
    public static ScalarType? OfNumbers(ITypeSymbol type)
    {
        bool isEnum = Leaf(type)?.TypeKind == TypeKind.Enum;
        return isEnum ? null : Scalar(type) ?? Scalar(Element(type)) ?? Scalar(Leaf(type));
    }

    public static bool IsSpan(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Arity: 1, Name: "Span" or "ReadOnlySpan", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>The type in which C# computes with operands of this one: nothing is narrower than an int.</summary>
    public static ScalarType Promoted(ScalarType type) => type is ScalarType.I8 or ScalarType.U8 or ScalarType.I16 or ScalarType.U16 ? ScalarType.I32 : type;

    /// <summary>A compile-time constant of a scalar type as an atom.</summary>
    public static Atom Constant(object value, ScalarType type) => value switch
    {
        bool b => Atom.OfBoolean(b),
        double d => Atom.OfFloat(d, type),
        float f => Atom.OfFloat(f, type),
        ulong bits => Atom.OfInteger(unchecked((long)bits), type),
        _ => Atom.OfInteger(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture), type),
    };

    private static ScalarType? Scalar(SpecialType type) => type switch
    {
        SpecialType.System_Double => ScalarType.F64,
        SpecialType.System_Single => ScalarType.F32,
        SpecialType.System_Boolean => ScalarType.Bool,
        SpecialType.System_SByte => ScalarType.I8,
        SpecialType.System_Byte => ScalarType.U8,
        SpecialType.System_Int16 => ScalarType.I16,
        SpecialType.System_UInt16 => ScalarType.U16,
        SpecialType.System_Int32 => ScalarType.I32,
        SpecialType.System_UInt32 => ScalarType.U32,
        SpecialType.System_Int64 => ScalarType.I64,
        SpecialType.System_UInt64 => ScalarType.U64,
        _ => null,
    };
}
