namespace HessianGen.Optimization;

/// <summary>When to stop: what all minimisers have in common.</summary>
public abstract record MinimizerOptions
{
    /// <summary>Converged where ‖∇f‖₂ ≤ this. Not negative; 0 stops at an exact zero only.</summary>
    public double GradientTolerance { get; init => field = Check.NotNegative(value); } = 1e-8;

    /// <summary>A step with ‖step‖₂ ≤ this·max(1, ‖point‖₂) is the last. Not negative.</summary>
    public double StepTolerance { get; init => field = Check.NotNegative(value); } = 1e-14;

    /// <summary>A value below this means that the objective has no minimum. May be -∞, not NaN.</summary>
    public double LowestValue
    {
        get;
        init => field = !double.IsNaN(value) ? value : throw new ArgumentException($"'{nameof(LowestValue)}' must not be NaN.", nameof(LowestValue));
    } = -1e20;

    /// <summary>Steps tried at most. At least 0.</summary>
    public int MaxIterations { get; init => field = Check.AtLeast(0, value); } = 200;
}
