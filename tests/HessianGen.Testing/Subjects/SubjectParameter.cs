using Microsoft.CodeAnalysis;

namespace HessianGen.Testing.Subjects;

/// <summary>A parameter of a differentiable method, and how a boxed argument becomes one.</summary>
/// <param name="Name">The name in the source.</param>
/// <param name="Element">The C# name of the type of its elements, of a scalar its own.</param>
/// <param name="Shape">What holds the elements.</param>
/// <param name="IsEnum">Whether the elements are of an enum: arguments are then given as integers.</param>
/// <param name="IsVariable">Whether its elements are independent variables.</param>
public sealed record SubjectParameter(string Name, string Element, ParameterShape Shape, bool IsEnum, bool IsVariable)
{
    /// <summary>What follows the element's name in the type of an array that has a shape.</summary>
    public string Brackets { get; init; } = "";

    /// <summary>Whether each instance of a batch has its own; so are variables and real numbers.</summary>
    public bool IsOwn => IsVariable || Shape == ParameterShape.Scalar && IsReal;

    /// <summary>Whether the elements are real numbers.</summary>
    public bool IsReal => Element is "double" or "float";

    /// <summary>C# that turns <paramref name="boxed"/>, an expression of type <c>object</c>, into an argument.</summary>
    public string Unboxed(string boxed) => (Shape, IsEnum) switch
    {
        (ParameterShape.Scalar, true) => $"({Element})(int){boxed}",
        (ParameterShape.Scalar, false) => $"({Element}){boxed}",
        (ParameterShape.Rectangular or ParameterShape.Jagged, _) => $"({Element}{Brackets}){boxed}",
        _ => $"({Element}[]){boxed}",
    };

    internal static SubjectParameter Of(IParameterSymbol symbol, bool isVariable)
    {
        (ITypeSymbol element, ParameterShape shape) = symbol.Type switch
        {
            IArrayTypeSymbol { Rank: > 1 } array => (array.ElementType, ParameterShape.Rectangular),
            IArrayTypeSymbol { ElementType: IArrayTypeSymbol { ElementType: var inner } } => ((inner as IArrayTypeSymbol)?.ElementType ?? inner, ParameterShape.Jagged),
            IArrayTypeSymbol array => (array.ElementType, ParameterShape.Array),
            INamedTypeSymbol { Name: "Span", TypeArguments: [var argument] } => (argument, ParameterShape.Span),
            INamedTypeSymbol { Name: "ReadOnlySpan", TypeArguments: [var argument] } => (argument, ParameterShape.ReadOnlySpan),
            ITypeSymbol other => (other, ParameterShape.Scalar),
        };
        string name = element.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return new(symbol.Name, name, shape, element.TypeKind == TypeKind.Enum, isVariable)
        {
            Brackets = symbol.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) is var type && shape is ParameterShape.Rectangular or ParameterShape.Jagged ? type[name.Length..] : "",
        };
    }
}
