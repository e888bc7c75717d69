using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HessianGen.CodeFixes;

/// <summary>HG1007: turns <c>ref</c> into <c>in</c> where the method does not write the parameter; callers may keep their <c>ref</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PassByIn)), Shared]
public sealed class PassByIn() : NodeFix("HG1007")
{
    private protected override Edit? Propose(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node is not ParameterSyntax { Parent.Parent: MethodDeclarationSyntax method } parameter) return null;
        SyntaxToken modifier = parameter.Modifiers.FirstOrDefault(m => m.IsKind(SyntaxKind.RefKeyword));
        SyntaxNode? body = (SyntaxNode?)method.Body ?? method.ExpressionBody?.Expression;
        if (modifier == default || body is null || model.GetDeclaredSymbol(parameter, cancellation) is not { } symbol) return null;
        if (model.AnalyzeDataFlow(body) is not { Succeeded: true } flow || flow.WrittenInside.Contains(symbol, SymbolEqualityComparer.Default)) return null;
        SyntaxToken @in = SyntaxFactory.Token(SyntaxKind.InKeyword).WithTriviaFrom(modifier);
        return Edit.Replace($"Pass '{symbol.Name}' by 'in'", parameter, current => current.WithModifiers(parameter.Modifiers.Replace(modifier, @in)));
    }
}
