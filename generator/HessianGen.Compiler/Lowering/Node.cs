using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>One occurrence of a statement in a function, with its place in program order.</summary>
/// <remarks>Statements are values and may occur twice; a node is an occurrence and has identity.</remarks>
internal sealed class Node(Statement statement, NodeBlock parent, int enter)
{
    public Statement Statement { get; } = statement;

    public NodeBlock Parent { get; } = parent;

    /// <summary>The position at which the operands are read.</summary>
    public int Enter { get; } = enter;

    /// <summary>The position at which the results are there.</summary>
    public int Exit { get; set; } = enter;

    /// <summary>The loop or choice that the statement is; null for a simple statement.</summary>
    public Region? Region { get; init; }

    public List<NodeBlock> Blocks { get; } = [];

    /// <summary>True where something observable depends on the statement; the others are not lowered.</summary>
    public bool IsLive { get; set; }

    /// <summary>True where the statement is printed as part of the expression of its only reader.</summary>
    public bool IsFolded { get; set; }

    /// <summary>True for an <c>if</c> that is printed as <c>condition ? a : b</c>.</summary>
    public bool IsChoiceExpression { get; set; }

    /// <summary>The buffers read and written by the statement and all in it.</summary>
    public HashSet<Ir.Buffer> Reads { get; } = [];

    /// <inheritdoc cref="Reads"/>
    public HashSet<Ir.Buffer> Writes { get; } = [];

    /// <summary>True where the statement or one in it may throw by a <see cref="Check"/>.</summary>
    public bool HasCheck { get; set; }
}
