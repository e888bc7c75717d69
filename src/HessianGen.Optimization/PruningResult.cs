namespace HessianGen.Optimization;

/// <summary>How pruning ended; the weights, deleted ones zero, are left in the span that held them.</summary>
/// <param name="Reason">Why it stopped.</param>
/// <param name="Remaining">The indices of the parameters left, ascending.</param>
/// <param name="Value">The training objective at the final weights.</param>
/// <param name="History">All rounds that came to an end, in order; a refused one is the last.</param>
public sealed record PruningResult(PruningReason Reason, IReadOnlyList<int> Remaining, double Value, IReadOnlyList<PruningRound> History);
