using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HessianGen.CodeFixes;

/// <summary>HG2004: writes a logarithm to a base that varies as a quotient of natural ones.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SplitLogarithm)), Shared]
public sealed class SplitLogarithm() : NodeFix("HG2004")
{
    private protected override Edit? Propose(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetOperation(node, cancellation) is not IInvocationOperation { TargetMethod: { Name: "Log", Parameters.Length: 2, ContainingType: { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } owner } } call) return null;
        ExpressionSyntax[] arguments = [.. call.Arguments.OrderBy(a => a.Parameter!.Ordinal).Select(a => ((ArgumentSyntax)a.Syntax).Expression)];
        string log = $"global::System.{owner.Name}.Log";
        return Edit.Replace($"Write {owner.Name}.Log({arguments[0]}) / {owner.Name}.Log({arguments[1]})", node, _ => Formulas.Write($"{log}({{0}}) / {log}({{1}})", arguments));
    }
}
