namespace HessianGen.Compiler.Lowering;

/// <summary>One reading of a value.</summary>
/// <param name="Node">The statement that reads it; for yields the statement that owns the block, or null at the end of the function.</param>
/// <param name="Block">The block in which it is read.</param>
internal readonly record struct Reader(Node? Node, NodeBlock Block, ReaderPlace Place)
{
    /// <summary>The position at which it is read.</summary>
    public int Position => Place is ReaderPlace.Yield or ReaderPlace.Test ? Block.End : Node!.Enter;
}
