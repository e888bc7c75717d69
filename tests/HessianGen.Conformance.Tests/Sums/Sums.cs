using HessianGen.Compiler;
using HessianGen.Generator.Frontend;
using HessianGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HessianGen.Conformance.Tests.Sums;

/// <summary>What the compiler says of the one differentiable method in some sources: that it is a sum of terms, or why it is none.</summary>
internal static class Sums
{
    /// <summary>Null where the method is a sum of terms.</summary>
    public static string? ReasonAgainst(params string[] sources)
    {
        CSharpCompilation compilation = InMemory.Compile(sources);
        var methods =
            from tree in compilation.SyntaxTrees
            from syntax in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            let method = compilation.GetSemanticModel(tree).GetDeclaredSymbol(syntax)!
            from attribute in method.GetAttributes()
            where attribute.AttributeClass?.Name == nameof(DifferentiableAttribute)
            select MethodParser.Parse(method, attribute, compilation, default).Source;
        (SumSource? sum, string? reason) = CompilerPipeline.SumOf(methods.Single()!, default);
        Assert.True(sum is null ^ reason is null);
        return reason;
    }
}
