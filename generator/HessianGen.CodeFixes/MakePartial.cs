using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HessianGen.CodeFixes;

/// <summary>HG1001: makes a type and all types around it <c>partial</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartial)), Shared]
public sealed class MakePartial() : NodeFix("HG1001")
{
    private protected override Edit? Propose(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        TypeDeclarationSyntax[] types = [.. node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Where(t => !t.Modifiers.Any(SyntaxKind.PartialKeyword))];
        if (types.Length == 0) return null;
        string title = types.Length == 1 ? $"Make '{types[0].Identifier.ValueText}' partial" : $"Make '{types[0].Identifier.ValueText}' and the types around it partial";
        return Edit.Modify(title, modifiers => modifiers.WithPartial(true), types);
    }
}
