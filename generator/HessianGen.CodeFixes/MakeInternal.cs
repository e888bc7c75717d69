using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HessianGen.CodeFixes;

/// <summary>HG1014: makes a file-local type <c>internal</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeInternal)), Shared]
public sealed class MakeInternal() : NodeFix("HG1014")
{
    private protected override Edit? Propose(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        TypeDeclarationSyntax? type = node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().LastOrDefault();
        SyntaxToken file = type?.Modifiers.FirstOrDefault(m => m.IsKind(SyntaxKind.FileKeyword)) ?? default;
        if (type is null || file == default) return null;
        SyntaxToken @internal = SyntaxFactory.Token(SyntaxKind.InternalKeyword).WithTriviaFrom(file);
        return Edit.Replace($"Make '{type.Identifier.ValueText}' internal", type, current => current.WithModifiers(type.Modifiers.Replace(file, @internal)));
    }
}
