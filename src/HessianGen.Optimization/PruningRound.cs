namespace HessianGen.Optimization;

/// <summary>One round of pruning: a batch deleted, the rest retrained.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Remaining">Parameters left after the deletion.</param>
/// <param name="Deleted">Parameters deleted in this round.</param>
/// <param name="ValueBefore">The training objective before the deletion.</param>
/// <param name="PredictedIncrease">The sum of the saliencies ½·hₖₖ·wₖ² of the deleted parameters.</param>
/// <param name="ActualIncrease">What the deletion added to the training objective, before retraining.</param>
/// <param name="Value">The training objective after retraining.</param>
/// <param name="Retraining">How the retraining ended.</param>
/// <param name="Accepted">The user's predicate accepted the result.</param>
public sealed record PruningRound(
    int Number, int Remaining, int Deleted, double ValueBefore, double PredictedIncrease, double ActualIncrease, double Value,
    MinimizationResult Retraining, bool Accepted);
