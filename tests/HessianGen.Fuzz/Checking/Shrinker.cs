using HessianGen.Fuzz.Grammar;
using HessianGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HessianGen.Fuzz.Checking;

/// <summary>Makes a program that fails smaller while it fails in the same way: without statements, with parts of expressions for the whole.</summary>
/// <remarks>
/// <code>
/// { a; b; c; }        -> { a; c; }
/// if (p) a; else b;   -> a;   b;
/// for (...) { a; }    -> { a; }
/// f(x + y)            -> x   y   x + y   0.5
/// T F(T x, U y)       -> T F(T x)
/// </code>
/// What loops end by stays as it is. Candidates are checked in batches, the smallest first; most are not C#, which costs nothing.
/// </remarks>
internal static class Shrinker
{
    private const int BatchSize = 60, Rounds = 40;

    private static readonly string[] Literals = ["0.5", "1", "true"];

    /// <summary>The smallest program found, and its verdict.</summary>
    public static (Subject Subject, Verdict Verdict) Shrink(Subject subject, Verdict verdict)
    {
        subject = subject with { Text = Subject.Precise(subject.Text, subject.IsSingle) };
        for (int round = 0; round < Rounds && Smaller(subject, verdict) is { } found; round++) (subject, verdict) = found;
        return (subject, verdict);
    }

    private static (Subject, Verdict)? Smaller(Subject subject, Verdict verdict)
    {
        IEnumerable<Subject> candidates = Candidates(subject).DistinctBy(candidate => candidate.Text).OrderBy(candidate => candidate.Text.Length);
        foreach (Subject[] batch in candidates.Chunk(BatchSize))
        {
            foreach ((Subject candidate, Verdict found) in batch.Zip(Batch.Check(batch)))
            {
                if (found.IsLike(verdict)) return (candidate, found);
            }
        }

        return null;
    }

    private static IEnumerable<Subject> Candidates(Subject subject)
    {
        SyntaxNode root = InMemory.Parse(subject.Text, "").GetRoot();
        MethodDeclarationSyntax method = root.DescendantNodes().OfType<MethodDeclarationSyntax>().Single();
        foreach (SyntaxNode node in method.Body!.DescendantNodes())
        {
            IEnumerable<string> smaller = node switch
            {
                StatementSyntax statement => Smaller(statement),
                ExpressionSyntax expression when !EndsALoop(expression) => Smaller(expression),
                _ => [],
            };
            foreach (string replacement in smaller)
            {
                yield return subject with { Text = string.Concat(subject.Text.AsSpan(0, node.SpanStart), replacement, subject.Text.AsSpan(node.Span.End)) };
            }
        }

        for (int k = 0; subject.Parameters.Count > 1 && k < subject.Parameters.Count; k++)
        {
            Parameter[] left = [.. subject.Parameters.Where((_, j) => j != k)];
            if (!left.Any(p => subject.Variables.Contains(p.Name))) continue;
            SyntaxNode without = root.RemoveNode(method.ParameterList.Parameters[k], SyntaxRemoveOptions.KeepNoTrivia)!;
            yield return subject with { Text = without.ToFullString(), Parameters = left };
        }
    }

    private static IEnumerable<string> Smaller(StatementSyntax statement)
    {
        IEnumerable<SyntaxNode> parts = statement switch
        {
            IfStatementSyntax { Else: { } otherwise } choice => [choice.Statement, otherwise.Statement, choice.WithElse(null)],
            IfStatementSyntax choice => [choice.Statement],
            CommonForEachStatementSyntax loop => [loop.Statement],
            ForStatementSyntax loop => [loop.Statement],
            WhileStatementSyntax loop => [loop.Statement],
            DoStatementSyntax loop => [loop.Statement],
            BlockSyntax { Statements: [var only], Parent: BlockSyntax } => [only],
            SwitchStatementSyntax choice => choice.Sections.Select(section => section.Statements[0]),
            _ => [],
        };
        bool canGo = statement is { Parent: BlockSyntax or SwitchSectionSyntax } and not BreakStatementSyntax { Parent: SwitchSectionSyntax };
        return parts.Select(part => part.ToString()).Concat(canGo ? [""] : []);
    }

    private static IEnumerable<string> Smaller(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax => [],
        IdentifierNameSyntax => Literals,
        TypeSyntax => [],
        _ => expression.DescendantNodes().OfType<ExpressionSyntax>().Select(part => part.ToString()).Distinct().Take(12).Concat(Literals),
    };

    private static bool EndsALoop(ExpressionSyntax expression) => expression.AncestorsAndSelf().Any(node => node.Parent switch
    {
        ForStatementSyntax loop => node != loop.Statement,
        WhileStatementSyntax loop => node == loop.Condition,
        DoStatementSyntax loop => node == loop.Condition,
        _ => false,
    });
}
