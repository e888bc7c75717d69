namespace HessianGen;

/// <summary>An objective that multiplies its generalised Gauss-Newton matrix with a vector.</summary>
public interface IGaussNewtonObjective : IObjective
{
    /// <summary>product = Jᵀ·∇²ξ·J·direction for the split f = Σ ξ(z(point)), J = ∂z/∂point; all three spans of length n.</summary>
    void GaussNewtonProduct(ReadOnlySpan<double> point, ReadOnlySpan<double> direction, Span<double> product);
}
