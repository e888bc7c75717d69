namespace HessianGen.Optimization;

/// <summary>Options of <see cref="NewtonMinimizer"/>.</summary>
public sealed record NewtonOptions : MinimizerOptions
{
    /// <summary>The Armijo condition: a step must achieve at least this part of the decrease that the slope promises. In [0, 1/2).</summary>
    public double SufficientDecrease { get; init => field = Check.Between(0, value, 0.5); } = 1e-4;

    /// <summary>Eigenvalues above -this·‖∇²f‖ count as not negative at a stationary point. Not negative.</summary>
    public double CurvatureTolerance { get; init => field = Check.NotNegative(value); } = 1e-10;

    /// <summary>At a saddle point go on along the most negative curvature; otherwise stop there.</summary>
    public bool EscapeSaddlePoints { get; init; } = true;
}
