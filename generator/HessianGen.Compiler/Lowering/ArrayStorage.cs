namespace HessianGen.Compiler.Lowering;

/// <summary>Where the elements of an array live.</summary>
internal enum ArrayStorage
{
    /// <summary>The caller's: a span or an array in the signature.</summary>
    Parameter,

    /// <summary>The stack; only for a few elements, known at compile time.</summary>
    Stack,

    /// <summary>The per-thread workspace.</summary>
    Workspace,

    /// <summary>The per-thread workspace, growing with the writes.</summary>
    Growable,
}
