namespace HessianGen;

/// <summary>An objective that forms its dense Hessian.</summary>
public interface IHessianObjective : IObjective
{
    /// <summary>Writes ∇f(point) (length n) and ∇²f(point) (row-major n×n, both triangles) and returns f(point).</summary>
    double Hessian(ReadOnlySpan<double> point, Span<double> gradient, Span<double> hessian);
}
