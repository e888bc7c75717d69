namespace HessianGen.Optimization;

/// <summary>What a round of pruning is doing.</summary>
public enum PruningStage
{
    /// <summary>Computing the diagonal of the Hessian.</summary>
    Curvature,

    /// <summary>Training the parameters that are left.</summary>
    Retraining,

    /// <summary>The round is over, accepted or not.</summary>
    Finished,
}
