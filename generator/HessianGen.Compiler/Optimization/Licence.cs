namespace HessianGen.Compiler.Optimization;

/// <summary>What a rewrite may assume or ignore; the names are those of LLVM's fast-math flags.</summary>
[Flags]
internal enum Licence
{
    /// <summary>Every bit as the IR says, but for the payload of a NaN.</summary>
    None = 0,

    /// <summary>No operand and no result is NaN.</summary>
    NoNaNs = 1,

    /// <summary>No operand and no result is infinite.</summary>
    NoInfinities = 2,

    /// <summary>The sign of a zero does not matter.</summary>
    NoSignedZeros = 4,

    /// <summary>x / y may become x · (1 / y).</summary>
    Reciprocal = 8,

    /// <summary>x · y + z may be rounded once: what is computed on the way is not rounded, and does not overflow.</summary>
    Contract = 16,

    /// <summary>Sums and products may be regrouped.</summary>
    Reassociate = 32,
}
