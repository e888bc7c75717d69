using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HessianGen.CodeFixes;

/// <summary>HG1004: takes <c>[Variable]</c> from a parameter that is not floating-point.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnmarkVariable)), Shared]
public sealed class UnmarkVariable() : NodeFix("HG1004")
{
    private protected override Edit? Propose(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node is not ParameterSyntax parameter || VariableAttributes.Of(parameter, model, cancellation) is not { } attribute) return null;
        return new($"Remove [Variable] from '{parameter.Identifier.ValueText}'", editor => VariableAttributes.Remove(editor, parameter, attribute));
    }
}
