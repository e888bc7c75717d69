using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace HessianGen.CodeFixes;

/// <summary>HG2010: puts an expression into <c>unchecked(...)</c>, and a statement into an <c>unchecked</c> block.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeUnchecked)), Shared]
public sealed class MakeUnchecked() : NodeFix("HG2010")
{
    private const string Title = "Compute without overflow checks";

    private protected override Edit? Propose(SyntaxNode node, SemanticModel model, CancellationToken cancellation) => node switch
    {
        { Parent: ExpressionStatementSyntax statement } => Edit.Replace(Title, statement, Block),
        { Parent: ForStatementSyntax loop } when loop.Condition != node => null,
        ExpressionSyntax expression => Edit.Replace(Title, expression, current => SyntaxFactory.CheckedExpression(SyntaxKind.UncheckedExpression, current.WithoutTrivia())),
        _ => null,
    };

    private static CheckedStatementSyntax Block(StatementSyntax statement) =>
        SyntaxFactory.CheckedStatement(SyntaxKind.UncheckedStatement, SyntaxFactory.Block(statement.WithoutTrivia())).WithAdditionalAnnotations(Formatter.Annotation);
}
