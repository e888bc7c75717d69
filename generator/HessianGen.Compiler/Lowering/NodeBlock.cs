using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>One occurrence of a block.</summary>
internal sealed class NodeBlock(Node? owner, Region region, EquatableArray<Atom> yields)
{
    /// <summary>The statement that holds the block; null for the body of the function.</summary>
    public Node? Owner { get; } = owner;

    public Region Region { get; } = region;

    public EquatableArray<Atom> Yields { get; } = yields;

    public List<Node> Nodes { get; } = [];

    /// <summary>The position before the first statement.</summary>
    public int Start { get; set; }

    /// <summary>The position at which the yields are read.</summary>
    public int End { get; set; }
}
