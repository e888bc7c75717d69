namespace HessianGen;

/// <summary>An objective that knows the exact diagonal of its Hessian.</summary>
public interface IDiagonalObjective : IObjective
{
    /// <summary>diagonal[k] = ∂²f(point)/∂pointₖ²; both spans of length n.</summary>
    void HessianDiagonal(ReadOnlySpan<double> point, Span<double> diagonal);
}
