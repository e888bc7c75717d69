namespace HessianGen.Optimization;

/// <summary>Deletes the parameters that matter least to a trained model, retrains the rest, and repeats.</summary>
/// <remarks>
/// <para>Y. LeCun, J. S. Denker and S. A. Solla, "Optimal Brain Damage", Advances in Neural Information Processing Systems 2
/// (1990). At a minimum the gradient vanishes, and with the off-diagonal terms of the Hessian neglected the deletion of wₖ
/// raises the loss by its saliency sₖ = ½·hₖₖ·wₖ² (their equation 2, and the recipe of section 2.2). The paper approximates hₖₖ; here it is exact, and
/// may be negative away from a minimum. The order is by |sₖ|, since a steep concave direction is no safer than a convex
/// one; the predicted increase is the plain sum.</para>
/// <para>Each round costs one diagonal, one value and a minimisation by <see cref="TrustRegionNewton"/> over the parameters
/// left. An instance serves one call at a time.</para>
/// </remarks>
public sealed class OptimalBrainDamage
{
    private readonly PruningOptions _options;
    private readonly TrustRegionNewton _minimizer;

    /// <summary>Pruning with default options.</summary>
    public OptimalBrainDamage() : this(new PruningOptions()) { }

    /// <summary>Pruning with these options.</summary>
    public OptimalBrainDamage(PruningOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _minimizer = new TrustRegionNewton(options.Retraining);
    }

    /// <summary>Prunes <paramref name="weights"/> as long as <paramref name="accept"/> agrees with the result.</summary>
    /// <param name="training">The objective that retraining minimises, of n parameters.</param>
    /// <param name="curvature">The objective whose Hessian diagonal ranks the parameters: the same one, or a subsample of it.</param>
    /// <param name="weights">A trained model (length n). On return the smallest one accepted, deleted parameters exactly 0.</param>
    /// <param name="accept">Is shown each round and its weights; <see langword="false"/> undoes the round and ends the pruning. Without it every round is accepted.</param>
    /// <param name="progress">Told of every stage and every iteration of the retraining, on the calling thread.</param>
    /// <param name="cancellation">Ends the pruning with the last accepted round; no exception.</param>
    /// <exception cref="ArgumentException"><paramref name="weights"/> is empty or not of the objectives' dimension.</exception>
    public PruningResult Prune<TTraining, TCurvature>(
        TTraining training, TCurvature curvature, Span<double> weights, Func<PruningRound, ReadOnlySpan<double>, bool>? accept = null,
        IProgress<PruningReport>? progress = null, CancellationToken cancellation = default)
        where TTraining : IHessianVectorObjective
        where TCurvature : IDiagonalObjective
    {
        Check.Dimension(training, weights.Length, nameof(weights));
        Check.Dimension(curvature, weights.Length, nameof(weights));

        List<PruningRound> history = [];
        int[] remaining = [.. Enumerable.Range(0, weights.Length)];
        double value = training.Value(weights);
        double[] candidate = new double[weights.Length];
        while (true)
        {
            if (!double.IsFinite(value)) return Result(PruningReason.NonFiniteValue);
            if (remaining.Length <= _options.MinimumParameters) return Result(PruningReason.MinimumParameters);
            if (history.Count == _options.MaxRounds) return Result(PruningReason.RoundLimit);
            if (cancellation.IsCancellationRequested) return Result(PruningReason.Cancelled);

            int number = history.Count + 1;
            progress?.Report(new PruningReport(number, remaining.Length, PruningStage.Curvature));
            weights.CopyTo(candidate);
            if (Delete(curvature, candidate, remaining, out int[] kept) is not { } predicted) return Result(PruningReason.NonFiniteValue);

            double pruned = training.Value(candidate);
            MinimizationResult retraining = Retrain(training, candidate, kept, Retelling(progress, number, kept.Length), cancellation);
            if (retraining.Reason == TerminationReason.Cancelled) return Result(PruningReason.Cancelled);
            if (!double.IsFinite(retraining.Value)) return Result(PruningReason.NonFiniteValue);

            PruningRound round = new(
                number, kept.Length, remaining.Length - kept.Length, value, predicted, pruned - value, retraining.Value, retraining, Accepted: true);
            if (accept is not null) round = round with { Accepted = accept(round, candidate) };
            history.Add(round);
            progress?.Report(new PruningReport(number, kept.Length, PruningStage.Finished, Finished: round));
            if (!round.Accepted) return Result(PruningReason.Refused);

            candidate.CopyTo(weights);
            (remaining, value) = (kept, retraining.Value);
        }

        PruningResult Result(PruningReason reason) => new(reason, remaining, value, history);
    }

    /// <summary>Zeroes the parameters of least saliency; returns the predicted increase, or null if a saliency is not finite.</summary>
    private double? Delete<T>(T curvature, Span<double> weights, int[] remaining, out int[] kept) where T : IDiagonalObjective
    {
        double[] saliency = new double[weights.Length];
        curvature.HessianDiagonal(weights, saliency);
        for (int k = 0; k < weights.Length; k++) saliency[k] *= 0.5 * weights[k] * weights[k];
        kept = [];
        if (!Vectors.AreFinite(saliency)) return null;

        int deletions = Math.Clamp((int)(_options.FractionPerRound * remaining.Length), 1, remaining.Length - _options.MinimumParameters);
        int[] order = [.. remaining.OrderBy(k => Math.Abs(saliency[k]))];
        double predicted = 0;
        foreach (int k in order.AsSpan(0, deletions))
        {
            predicted += saliency[k];
            weights[k] = 0;
        }
        kept = [.. order.Skip(deletions).Order()];
        return predicted;
    }

    private MinimizationResult Retrain<T>(T training, Span<double> weights, int[] kept, IProgress<IterationReport>? progress, CancellationToken cancellation)
        where T : IHessianVectorObjective
    {
        SubspaceObjective<T> subspace = new(training, weights, kept);
        double[] free = new double[kept.Length];
        subspace.Gather(weights, free);
        MinimizationResult result = _minimizer.Minimize(subspace, free, progress: progress, cancellation: cancellation);
        subspace.Scatter(free, weights);
        return result;
    }

    private static Reporter? Retelling(IProgress<PruningReport>? progress, int round, int remaining)
        => progress is null ? null : new Reporter(progress, round, remaining);

    /// <summary>Passes the iterations of the retraining on as reports of the pruning.</summary>
    private sealed class Reporter(IProgress<PruningReport> progress, int round, int remaining) : IProgress<IterationReport>
    {
        public void Report(IterationReport iteration) => progress.Report(new PruningReport(round, remaining, PruningStage.Retraining, iteration));
    }
}
