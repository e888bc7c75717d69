namespace HessianGen;

/// <summary>An objective that multiplies its Hessian with a vector.</summary>
public interface IHessianVectorObjective : IObjective
{
    /// <summary>product = ∇²f(point)·direction; all three of length n.</summary>
    void HessianVectorProduct(ReadOnlySpan<double> point, ReadOnlySpan<double> direction, Span<double> product);
}
