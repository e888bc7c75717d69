namespace DigitsPruning;

/// <summary>A line of the final table: the network after training, or after a round of pruning and retraining.</summary>
/// <param name="Parameters">Parameters left.</param>
/// <param name="TrainingAccuracy">In [0, 1].</param>
/// <param name="TestAccuracy">In [0, 1].</param>
/// <param name="Loss">The training loss with weight decay, after retraining.</param>
/// <param name="PredictedIncrease">What the saliencies said the deletion would add to the loss; none for the trained network.</param>
/// <param name="ActualIncrease">What the deletion added to the loss, before retraining.</param>
internal sealed record Row(int Parameters, double TrainingAccuracy, double TestAccuracy, double Loss, double? PredictedIncrease, double? ActualIncrease);
