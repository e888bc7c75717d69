namespace HessianGen.Optimization;

/// <summary>Options of <see cref="TrustRegionNewton"/>.</summary>
public sealed record TrustRegionOptions : MinimizerOptions
{
    /// <summary>The longest first step. Positive and finite.</summary>
    public double InitialRadius { get; init => field = Check.Finite(Check.Positive(value)); } = 1;

    /// <summary>The longest step at all. Positive and finite.</summary>
    public double MaximumRadius { get; init => field = Check.Finite(Check.Positive(value)); } = 1e100;

    /// <summary>A step is taken where the actual decrease is at least this part of the predicted one. In [0, 1/4).</summary>
    public double AcceptanceRatio { get; init => field = Check.Between(0, value, 0.25); } = 1e-3;

    /// <summary>Hessian-vector products per step at most; <see langword="null"/> for the dimension. At least 1.</summary>
    public int? MaxProductsPerStep { get; init => field = value is { } products ? Check.AtLeast(1, products) : null; }
}
