namespace HessianGen;

/// <summary>An objective that is a sum of terms, such as a mean over samples, and of a remainder, such as a penalty on the weights.</summary>
/// <remarks>
/// <para>
/// The terms 0..<see cref="TermCount"/> and the remainder add up to the whole, whoever computes them and however the terms are grouped:
/// f(point) = Value(point, 0..k) + Value(point, k..) + RemainderValue(point) up to rounding, and so for the derivatives.
/// A factor in front of the sum belongs to the terms: of a mean over N samples, a range of k of them gives k/N of the mean over these k.
/// So the estimate of the whole from a mini-batch of k terms is N/k times the range, and the remainder.
/// </para>
/// <para>
/// A range costs what its terms cost, and what all terms have in common (computed before the loop) for each range anew.
/// Ranges may be evaluated at the same time where the objective is safe to call from several threads. As with
/// <see cref="IObjective"/>, spans have length n, and outputs are overwritten; nothing is written if an argument is not valid.
/// </para>
/// </remarks>
public interface ISumObjective : IObjective
{
    /// <summary>The number of terms; of the point only its length counts.</summary>
    int TermCount(ReadOnlySpan<double> point);

    /// <summary>What the range of terms adds to f(point); 0 for an empty range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie within the terms.</exception>
    double Value(ReadOnlySpan<double> point, Range terms);

    /// <summary>Writes what the range of terms adds to ∇f(point), and returns what it adds to f(point).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie within the terms.</exception>
    double Gradient(ReadOnlySpan<double> point, Range terms, Span<double> gradient);

    /// <summary>f(point) without its terms.</summary>
    double RemainderValue(ReadOnlySpan<double> point);

    /// <summary>Writes ∇f(point) without the terms, and returns f(point) without them.</summary>
    double RemainderGradient(ReadOnlySpan<double> point, Span<double> gradient);
}
