namespace HessianGen.Compiler.Lowering;

/// <summary>How what is in a region runs.</summary>
internal enum RegionKind
{
    /// <summary>Statements that run one after another.</summary>
    Block,

    /// <summary>A loop: what is in it may run again.</summary>
    Loop,

    /// <summary>A choice: of the blocks in it one runs.</summary>
    Choice,
}
