using HessianGen.Compiler;
using HessianGen.Generator.Frontend;
using HessianGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HessianGen.Conformance.Tests;

/// <summary>What the front end makes of the one differentiable method in some sources.</summary>
internal static class ParsedSource
{
    public static MethodSource Of(params string[] sources)
    {
        CSharpCompilation compilation = InMemory.Compile(sources);
        var methods =
            from tree in compilation.SyntaxTrees
            from syntax in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            let method = compilation.GetSemanticModel(tree).GetDeclaredSymbol(syntax)!
            from attribute in method.GetAttributes()
            where attribute.AttributeClass?.Name == nameof(DifferentiableAttribute)
            select MethodParser.Parse(method, attribute, compilation, default).Source;
        return methods.Single()!;
    }
}
