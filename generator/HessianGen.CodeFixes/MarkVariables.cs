using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HessianGen.CodeFixes;

/// <summary>HG1006: differentiates by the parameters of the result's type only.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkVariables)), Shared]
public sealed class MarkVariables() : NodeFix("HG1006")
{
    private protected override Edit? Propose(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node is not MethodDeclarationSyntax declaration || model.GetDeclaredSymbol(declaration, cancellation) is not IMethodSymbol method) return null;
        (ParameterSyntax Syntax, AttributeSyntax? Mark, bool IsOfResultType)[] parameters = [.. declaration.ParameterList.Parameters.Zip(method.Parameters, (syntax, symbol) =>
            (syntax, VariableAttributes.Of(syntax, model, cancellation), SymbolEqualityComparer.Default.Equals(Element(symbol.Type), method.ReturnType)))];
        bool anyMarked = parameters.Any(p => p.Mark is not null);
        ParameterSyntax[] marked = [.. parameters.Where(p => p.IsOfResultType && (p.Mark is not null || !anyMarked)).Select(p => p.Syntax)];
        if (marked.Length == 0) return null;
        return new($"Differentiate by {string.Join(", ", marked.Select(p => p.Identifier.ValueText))} only", editor =>
        {
            foreach ((ParameterSyntax syntax, AttributeSyntax? mark, bool isOfResultType) in parameters)
            {
                if (isOfResultType && !anyMarked) VariableAttributes.Add(editor, syntax);
                else if (!isOfResultType && mark is not null) VariableAttributes.Remove(editor, syntax, mark);
            }
        });
    }

    /// <summary>The type of the numbers in a parameter.</summary>
    private static ITypeSymbol Element(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { ElementType: var element } => element,
        INamedTypeSymbol { Arity: 1, TypeArguments: var arguments } => arguments[0],
        _ => type,
    };
}
