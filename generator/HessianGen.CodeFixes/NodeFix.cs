using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace HessianGen.CodeFixes;

/// <summary>A fix of one diagnostic by one edit of the file in which it is reported.</summary>
/// <remarks>Fixing all makes the edits of a file one after the other. Roslyn's batch fixer would merge them as texts, and drop those of nested types, which overlap.</remarks>
/// <param name="id">The diagnostic.</param>
public abstract class NodeFix(string id) : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [id];

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
        await ApplyAsync(document, await ProposeAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false), context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Edit edit in await ProposeAsync(context.Document, context.Diagnostics, context.CancellationToken).ConfigureAwait(false))
        {
            context.RegisterCodeFix(CodeAction.Create(edit.Title, c => ApplyAsync(context.Document, [edit], c), GetType().Name), context.Diagnostics);
        }
    }

    /// <summary>The edit that mends a node, or null where what the user means is not clear.</summary>
    /// <param name="node">The innermost node that the diagnostic spans.</param>
    /// <param name="model">The semantic model of its file.</param>
    /// <param name="cancellation">Stops the search.</param>
    private protected abstract Edit? Propose(SyntaxNode node, SemanticModel model, CancellationToken cancellation);

    /// <summary>One edit for each place, what stands inside another first; methods of one type report the type once each.</summary>
    private async Task<IReadOnlyList<Edit>> ProposeAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model) return [];
        SyntaxNode root = await model.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        return [.. diagnostics.Select(d => d.Location.SourceSpan).Distinct().OrderBy(span => span.Length).Select(span => Propose(root.FindNode(span, getInnermostNodeForTie: true), model, cancellation)).OfType<Edit>()];
    }

    private static async Task<Document> ApplyAsync(Document document, IEnumerable<Edit> edits, CancellationToken cancellation)
    {
        DocumentEditor editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        foreach (Edit edit in edits) edit.Apply(editor);
        return editor.GetChangedDocument();
    }
}
