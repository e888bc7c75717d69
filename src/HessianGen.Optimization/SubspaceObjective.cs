using HessianGen.Runtime;

namespace HessianGen.Optimization;

/// <summary>An objective restricted to some of its variables, the others held at fixed values: what is left of a pruned network.</summary>
/// <remarks>
/// The gradient and the Hessian of the restriction are the free rows (and columns) of the full ones, so each operation
/// costs one of the full objective. Nothing is allocated, and it is as thread-safe as the full objective.
/// </remarks>
public sealed class SubspaceObjective<T> : IHessianVectorObjective where T : IHessianVectorObjective
{
    private readonly T _objective;
    private readonly double[] _fixed;
    private readonly int[] _free;

    /// <summary>The restriction of <paramref name="objective"/> to the variables <paramref name="free"/>.</summary>
    /// <param name="objective">The objective of all n variables.</param>
    /// <param name="point">The values of the fixed variables, at their places (length n).</param>
    /// <param name="free">The indices of the free variables, ascending.</param>
    /// <exception cref="ArgumentException">The point is not of the objective's dimension, or the indices are not ascending, or out of range, or none.</exception>
    public SubspaceObjective(T objective, ReadOnlySpan<double> point, ReadOnlySpan<int> free)
    {
        Check.Dimension(objective, point.Length, nameof(point));
        RequireAscending(free, point.Length);
        (_objective, _fixed, _free) = (objective, point.ToArray(), free.ToArray());
    }

    /// <summary>The number of free variables.</summary>
    public int? Dimension => _free.Length;

    /// <summary>Takes the free variables out of a point of the full space (length n).</summary>
    public void Gather(ReadOnlySpan<double> full, Span<double> point)
    {
        Check.Length(full.Length, _fixed.Length, nameof(full));
        Check.Length(point.Length, _free.Length, nameof(point));
        Take(full, point);
    }

    /// <summary>Writes the point of the full space (length n): the free variables at their places, the fixed values at theirs.</summary>
    public void Scatter(ReadOnlySpan<double> point, Span<double> full)
    {
        Check.Length(point.Length, _free.Length, nameof(point));
        Check.Length(full.Length, _fixed.Length, nameof(full));
        _fixed.CopyTo(full);
        Put(point, full);
    }

    /// <inheritdoc/>
    public double Value(ReadOnlySpan<double> point)
    {
        using WorkspaceScope scope = Workspace.Enter();
        Span<double> full = scope.RentDirty<double>(_fixed.Length);
        Scatter(point, full);
        return _objective.Value(full);
    }

    /// <inheritdoc/>
    public double Gradient(ReadOnlySpan<double> point, Span<double> gradient)
    {
        Check.Length(gradient.Length, _free.Length, nameof(gradient));
        using WorkspaceScope scope = Workspace.Enter();
        Span<double> full = scope.RentDirty<double>(_fixed.Length), fullGradient = scope.RentDirty<double>(_fixed.Length);
        Scatter(point, full);
        double value = _objective.Gradient(full, fullGradient);
        Take(fullGradient, gradient);
        return value;
    }

    /// <inheritdoc/>
    public void HessianVectorProduct(ReadOnlySpan<double> point, ReadOnlySpan<double> direction, Span<double> product)
    {
        Check.Length(direction.Length, _free.Length, nameof(direction));
        Check.Length(product.Length, _free.Length, nameof(product));
        using WorkspaceScope scope = Workspace.Enter();
        int n = _fixed.Length;
        Span<double> full = scope.RentDirty<double>(n), fullDirection = scope.Rent<double>(n), fullProduct = scope.RentDirty<double>(n);
        Scatter(point, full);
        Put(direction, fullDirection);
        _objective.HessianVectorProduct(full, fullDirection, fullProduct);
        Take(fullProduct, product);
    }

    private void Take(ReadOnlySpan<double> full, Span<double> reduced)
    {
        for (int k = 0; k < _free.Length; k++) reduced[k] = full[_free[k]];
    }

    private void Put(ReadOnlySpan<double> reduced, Span<double> full)
    {
        for (int k = 0; k < _free.Length; k++) full[_free[k]] = reduced[k];
    }

    private static void RequireAscending(ReadOnlySpan<int> free, int dimension)
    {
        if (free.IsEmpty) throw new ArgumentException($"'{nameof(free)}' is empty.", nameof(free));
        int previous = -1;
        foreach (int index in free)
        {
            if (index <= previous || index >= dimension) throw new ArgumentException($"'{nameof(free)}' must be ascending indices below {dimension}.", nameof(free));
            previous = index;
        }
    }
}
