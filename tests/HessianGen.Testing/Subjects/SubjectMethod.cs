using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HessianGen.Testing.Subjects;

/// <summary>A method with <c>[Differentiable]</c>, as its source declares it: read here without the generator's help.</summary>
/// <param name="Type">The C# name of the type that holds it, from <c>global::</c> on.</param>
/// <param name="Name">The method's name.</param>
/// <param name="Element">The C# name of what it returns and what its derivatives are made of: <c>double</c> or <c>float</c>.</param>
/// <param name="Products">What the attribute asks for.</param>
/// <param name="Parameters">All parameters, in order.</param>
public sealed record SubjectMethod(
    string Type, string Name, string Element, Derivatives Products, IReadOnlyList<SubjectParameter> Parameters)
{
    private const string Attribute = nameof(DifferentiableAttribute);

    /// <summary>C# for the whole argument list, from the array of boxed arguments of that name.</summary>
    public string ArgumentList(string boxed) =>
        string.Join(", ", Parameters.Select((parameter, index) => parameter.Unboxed($"{boxed}[{index}]!")));

    /// <summary>The one differentiable method of a compilation.</summary>
    /// <exception cref="HarnessException">There is none, or more than one.</exception>
    public static SubjectMethod In(CSharpCompilation compilation)
    {
        IMethodSymbol[] methods = [.. compilation.SyntaxTrees.SelectMany(tree => MethodsIn(compilation.GetSemanticModel(tree)))];
        return methods is [IMethodSymbol method]
            ? Of(method)
            : throw new HarnessException($"Expected one method with [Differentiable], found {methods.Length}.");
    }

    private static IEnumerable<IMethodSymbol> MethodsIn(SemanticModel model) =>
        from declaration in model.SyntaxTree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
        let symbol = model.GetDeclaredSymbol(declaration)
        where symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == Attribute)
        select symbol;

    private static SubjectMethod Of(IMethodSymbol method)
    {
        AttributeData attribute = method.GetAttributes().Single(attribute => attribute.AttributeClass?.Name == Attribute);
        bool anyMarked = method.Parameters.Any(IsMarked);
        return new(
            method.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            method.Name,
            method.ReturnType.ToDisplayString(),
            attribute.ConstructorArguments is [{ Value: int products }] ? (Derivatives)products : Derivatives.Default,
            [.. method.Parameters.Select(parameter => Classify(parameter, anyMarked))]);
    }

    private static SubjectParameter Classify(IParameterSymbol symbol, bool anyMarked)
    {
        SubjectParameter parameter = SubjectParameter.Of(symbol, isVariable: IsMarked(symbol));
        return anyMarked ? parameter : parameter with { IsVariable = parameter.IsReal };
    }

    private static bool IsMarked(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(VariableAttribute));
}
