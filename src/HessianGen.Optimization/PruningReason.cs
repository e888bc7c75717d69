namespace HessianGen.Optimization;

/// <summary>Why pruning stopped. The weights are those of the last accepted round whatever the reason.</summary>
public enum PruningReason
{
    /// <summary>The user's predicate refused the last round, which was undone.</summary>
    Refused,

    /// <summary>As few parameters are left as allowed.</summary>
    MinimumParameters,

    /// <summary>The rounds allowed were used up.</summary>
    RoundLimit,

    /// <summary>Cancellation was requested; the round under way was undone.</summary>
    Cancelled,

    /// <summary>The loss, its curvature or the retraining came to NaN or infinity; the round under way was undone.</summary>
    NonFiniteValue,
}
