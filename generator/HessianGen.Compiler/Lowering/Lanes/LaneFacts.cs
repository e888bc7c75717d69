namespace HessianGen.Compiler.Lowering;

/// <summary>What is known in a block: indices that have a name, and ranges that have been checked.</summary>
internal sealed class LaneFacts
{
    public Dictionary<KernelExpression, Local> Indices { get; } = [];

    /// <summary>Elements that have been loaded, of which array, and the variable that holds them.</summary>
    public Dictionary<LaneElement, (KernelArray Array, Local Local)> Loads { get; } = [];

    /// <summary>The sums over the groups of variables.</summary>
    public Dictionary<Local, Local> Folds { get; } = [];

    public HashSet<(KernelArray Array, KernelExpression Index, int Count)> Checked { get; } = [];
}
