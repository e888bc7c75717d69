using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace HessianGen.CodeFixes;

/// <summary>What a fix does: its title in the menu, and the edit of the file.</summary>
internal sealed class Edit(string title, Action<SyntaxEditor> apply)
{
    public string Title { get; } = title;

    public Action<SyntaxEditor> Apply { get; } = apply;

    /// <summary>An edit that replaces one node, as edits before this one left it.</summary>
    public static Edit Replace<T>(string title, T node, Func<T, SyntaxNode> replacement)
        where T : SyntaxNode =>
        new(title, editor => editor.ReplaceNode(node, (current, _) => replacement((T)current).WithTriviaFrom(current)));

    /// <summary>An edit of the modifiers of declarations.</summary>
    public static Edit Modify(string title, Func<DeclarationModifiers, DeclarationModifiers> modify, params SyntaxNode[] declarations) => new(title, editor =>
    {
        foreach (SyntaxNode declaration in declarations) editor.SetModifiers(declaration, modify(editor.Generator.GetModifiers(declaration)));
    });
}
