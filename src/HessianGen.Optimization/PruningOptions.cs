namespace HessianGen.Optimization;

/// <summary>Options of <see cref="OptimalBrainDamage"/>.</summary>
public sealed record PruningOptions
{
    /// <summary>The part of the remaining parameters that a round deletes; one parameter at least. In (0, 1).</summary>
    public double FractionPerRound { get; init => field = Check.Between(0, Check.Positive(value), 1); } = 0.1;

    /// <summary>Rounds at most. At least 0.</summary>
    public int MaxRounds { get; init => field = Check.AtLeast(0, value); } = 100;

    /// <summary>Never leave fewer parameters than this. At least 1.</summary>
    public int MinimumParameters { get; init => field = Check.AtLeast(1, value); } = 1;

    /// <summary>How the remaining parameters are trained after each deletion.</summary>
    public TrustRegionOptions Retraining { get; init => field = value ?? throw new ArgumentNullException(nameof(Retraining)); } = new() { MaxIterations = 20, GradientTolerance = 1e-4 };
}
