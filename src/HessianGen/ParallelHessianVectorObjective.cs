using HessianGen.Runtime;

namespace HessianGen;

/// <summary>A sum of terms whose Hessian-vector products too are computed by several threads.</summary>
/// <remarks><inheritdoc cref="ParallelObjective" path="/remarks"/></remarks>
public sealed class ParallelHessianVectorObjective : ParallelObjective, IHessianVectorObjective
{
    private readonly Part _product;

    /// <summary>Computes <paramref name="objective"/> on several threads.</summary>
    public ParallelHessianVectorObjective(IHessianVectorSumObjective objective)
        : base(objective)
    {
        _product = (terms, result) =>
        {
            if (terms is { } range) objective.HessianVectorProduct(Point, range, Direction, result);
            else objective.RemainderHessianVectorProduct(Point, Direction, result);
            return 0;
        };
    }

    /// <inheritdoc/>
    public void HessianVectorProduct(ReadOnlySpan<double> point, ReadOnlySpan<double> direction, Span<double> product)
    {
        Require.Length(direction.Length, point.Length, nameof(direction));
        Require.Length(product.Length, point.Length, nameof(product));
        Run(_product, point, direction, product);
    }
}
