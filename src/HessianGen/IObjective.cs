namespace HessianGen;

/// <summary>A scalar function of n variables with its gradient, the data bound.</summary>
/// <remarks>
/// Every span argument has length n; implementations throw <see cref="ArgumentException"/> naming the argument otherwise.
/// Outputs are overwritten. Non-finite values are returned, not thrown.
/// </remarks>
public interface IObjective
{
    /// <summary>The number n of variables where the function fixes it; <see langword="null"/> where the point decides.</summary>
    int? Dimension { get; }

    /// <summary>f(point).</summary>
    double Value(ReadOnlySpan<double> point);

    /// <summary>Writes ∇f(point) and returns f(point).</summary>
    double Gradient(ReadOnlySpan<double> point, Span<double> gradient);
}
