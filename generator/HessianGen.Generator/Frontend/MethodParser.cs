using HessianGen.Compiler;
using HessianGen.Compiler.Emission;
using HessianGen.Compiler.Ir;
using HessianGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HessianGen.Generator.Frontend;

/// <summary>From a method with <c>[Differentiable]</c> to what the compiler proper takes, or to the reasons why it is refused.</summary>
internal static class MethodParser
{
    /// <summary>Parses one method; with an error among the findings there is no source.</summary>
    public static ParsedMethod Parse(IMethodSymbol method, AttributeData attribute, Compilation compilation, CancellationToken cancellation)
    {
        Sources sources = new(compilation, cancellation);
        Request request = Request.Of(attribute, cancellation);
        List<Finding> findings = [.. DeclarationRules.Check(method, sources), .. request.Refusals];
        if (findings.Count > 0) return new(null, findings);
        Product products = request.Products;
        if ((products & Product.Batch) != 0 && Instances.Check(method).ToArray() is { Length: > 0 } obstacles)
        {
            if (request.NamesBatch) return new(null, obstacles);
            products &= ~Product.Batch;
        }

        ScalarType element = Types.Scalar(method.ReturnType)!.Value;
        HashSet<string> variables = [.. Variables.Of(method).Select(p => p.Name)];
        Translation translation = Translator.Translate(method, sources, variables, request.RecursionDepth);
        if (translation.Function is not { } function) return new(null, translation.Refusals);
        MethodDeclaration declaration = new(
            method.ContainingNamespace.IsGlobalNamespace ? null : Names.Of(method.ContainingNamespace),
            Names.ContainingTypes(method),
            method.Name,
            Names.MemberName(method),
            Names.Of(method.DeclaredAccessibility),
            method.Parameters.Select(p => Declare(method, p, variables.Contains(p.Name))).ToEquatableArray(),
            element,
            Names.Taken(method, sources));
        return new(new MethodSource(declaration, function, products, request.IsStrict) { Rules = translation.Rules, Strategy = request.Strategy, MustBeSparse = request.NamesSparseHessian }, Varied.Confirm(translation));
    }

    private static ParameterDeclaration Declare(IMethodSymbol method, IParameterSymbol parameter, bool isVariable)
    {
        ParameterForm form = parameter.Type switch
        {
            IArrayTypeSymbol { Rank: > 1 } => ParameterForm.Rectangular,
            IArrayTypeSymbol { ElementType: IArrayTypeSymbol } => ParameterForm.Jagged,
            IArrayTypeSymbol => ParameterForm.Array,
            { TypeKind: TypeKind.Enum } => ParameterForm.Enum,
            var span when Types.IsSpan(span) => ParameterForm.Span,
            _ => ParameterForm.Scalar,
        };
        string modifier = parameter.RefKind is RefKind.In or RefKind.RefReadOnlyParameter ? "in" : "";
        string type = parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return new(parameter.Name, type, modifier, form, Types.OfNumbers(parameter.Type)!.Value, isVariable, Names.Parts(method, parameter).ToEquatableArray()) { IsOwn = Instances.IsOwn(parameter, isVariable) };
    }
}
