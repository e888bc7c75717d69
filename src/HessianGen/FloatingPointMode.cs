namespace HessianGen;

/// <summary>The licence that the optimiser has over floating-point arithmetic.</summary>
public enum FloatingPointMode
{
    /// <summary>Products and sums may be fused, the sign of a zero may change, and reductions may be reordered; NaN and infinities keep their meaning.</summary>
    Default,

    /// <summary>No rewriting that could change a single bit of the result.</summary>
    Strict,
}
