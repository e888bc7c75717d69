namespace HessianGen.Optimization;

/// <summary>Where pruning stands, as seen through <see cref="IProgress{T}"/>.</summary>
/// <param name="Round">Counted from 1.</param>
/// <param name="Remaining">Parameters left.</param>
/// <param name="Stage">What the round is doing.</param>
/// <param name="Iteration">While retraining, its last iteration; otherwise <see langword="null"/>.</param>
/// <param name="Finished">When the round is over, the round; otherwise <see langword="null"/>.</param>
public readonly record struct PruningReport(int Round, int Remaining, PruningStage Stage, IterationReport? Iteration = null, PruningRound? Finished = null);
