using HessianGen.Compiler.Ir;
using Microsoft.CodeAnalysis;

namespace HessianGen.Generator.Frontend;

/// <summary>The independent variables of a method: the marked parameters, or where none is marked all floating-point ones.</summary>
internal static class Variables
{
    private const string Attribute = "HessianGen.VariableAttribute";

    public static IEnumerable<IParameterSymbol> Of(IMethodSymbol method) =>
        method.Parameters.Any(IsMarked) ? method.Parameters.Where(IsMarked) : method.Parameters.Where(p => Real(p.Type) is not null);

    public static bool IsMarked(IParameterSymbol parameter) => parameter.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() == Attribute);

    /// <summary>The floating-point type of a parameter's elements, or null.</summary>
    public static ScalarType? Real(ITypeSymbol type) =>
        Types.OfNumbers(type) is { } element && element.IsFloat() ? element : null;
}
