using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HessianGen.CodeFixes;

/// <summary>HG3002: replaces an exact comparison by one with a tolerance.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CompareWithin)), Shared]
public sealed class CompareWithin() : NodeFix("HG3002")
{
    private protected override Edit? Propose(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression, Left: var left, Right: var right } comparison) return null;
        if (IsBeyondNumbers(left) || IsBeyondNumbers(right)) return null;
        string? tolerance = model.GetTypeInfo(left, cancellation).ConvertedType?.SpecialType switch
        {
            SpecialType.System_Single => "1e-6f",
            SpecialType.System_Double => "1e-12",
            _ => null,
        };
        if (tolerance is null) return null;
        string relation = node.IsKind(SyntaxKind.EqualsExpression) ? "<=" : ">";
        string distance = IsZero(right) ? "{0}" : IsZero(left) ? "{1}" : "{0} - {1}";
        string format = $"global::System.Math.Abs({distance}) {relation} {tolerance}";
        return Edit.Replace($"Compare with a tolerance of {tolerance} (choose it by the scale of the values)", comparison, current => Formulas.Write(format, current.Left, current.Right));

        bool IsZero(ExpressionSyntax operand) => Constant(operand) == 0;

        // A distance to an infinity or a NaN tells nothing.
        bool IsBeyondNumbers(ExpressionSyntax operand) => Constant(operand) is { } constant && (double.IsInfinity(constant) || double.IsNaN(constant));

        double? Constant(ExpressionSyntax operand) =>
            model.GetConstantValue(operand, cancellation) is { HasValue: true, Value: IConvertible value } ? value.ToDouble(System.Globalization.CultureInfo.InvariantCulture) : null;
    }
}
