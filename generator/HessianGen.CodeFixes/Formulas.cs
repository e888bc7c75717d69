using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace HessianGen.CodeFixes;

/// <summary>Expressions out of text and of the user's operands; what is not needed of parentheses and qualifiers goes.</summary>
internal static class Formulas
{
    /// <summary>An expression with the operands in the places of its numbers in braces.</summary>
    public static ExpressionSyntax Write(string format, params ExpressionSyntax[] operands)
    {
        ExpressionSyntax pattern = SyntaxFactory.ParseExpression(string.Format(System.Globalization.CultureInfo.InvariantCulture, format, [.. operands.Select((_, k) => $"__{k}")]));
        ExpressionSyntax filled = pattern.ReplaceNodes(
            pattern.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText.StartsWith("__", StringComparison.Ordinal)),
            (name, _) => InParentheses(operands[name.Identifier.ValueText[2] - '0']));
        ExpressionSyntax simple = filled.ReplaceNodes(
            filled.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Where(m => m.Expression.ToString().StartsWith("global::", StringComparison.Ordinal)),
            (_, access) => access.WithAdditionalAnnotations(Simplifier.Annotation));
        return InParentheses(simple).WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static ParenthesizedExpressionSyntax InParentheses(ExpressionSyntax expression) =>
        SyntaxFactory.ParenthesizedExpression(expression.WithoutTrivia()).WithAdditionalAnnotations(Simplifier.Annotation);
}
