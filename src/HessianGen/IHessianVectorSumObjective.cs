namespace HessianGen;

/// <summary>A sum of terms that multiplies the Hessian of a range of terms with a vector.</summary>
public interface IHessianVectorSumObjective : ISumObjective, IHessianVectorObjective
{
    /// <summary>product = what the range of terms adds to ∇²f(point)·direction; all three spans of length n.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie within the terms.</exception>
    void HessianVectorProduct(ReadOnlySpan<double> point, Range terms, ReadOnlySpan<double> direction, Span<double> product);

    /// <summary>product = ∇²f(point)·direction without the terms; all three spans of length n.</summary>
    void RemainderHessianVectorProduct(ReadOnlySpan<double> point, ReadOnlySpan<double> direction, Span<double> product);
}
