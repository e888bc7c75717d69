namespace HessianGen.Optimization;

/// <summary>Shortens a step until it achieves its share of the decrease that slope and negative curvature promise.</summary>
/// <remarks>
/// Accepts f(x + α·p) ≤ f(x) + c·(α·slope + ½·α²·curvature): the Armijo condition for curvature = 0 (Nocedal and Wright,
/// Algorithm 3.1), that of Moré and Sorensen (1979) along a direction of negative curvature. The next α minimises the
/// parabola through what is known, kept within [0.1, 0.5] of the last (section 3.5).
/// </remarks>
internal static class BacktrackingLineSearch
{
    private const double MachineEpsilon = 2.220446049250313e-16;

    /// <summary>Writes the accepted point to <paramref name="trial"/>; without success, α of the result is 0.</summary>
    /// <param name="objective">f.</param>
    /// <param name="point">x.</param>
    /// <param name="value">f(x), finite.</param>
    /// <param name="step">p.</param>
    /// <param name="slope">∇f(x)ᵀp ≤ 0.</param>
    /// <param name="curvature">0, or the negative pᵀ∇²f(x)p; slope and curvature are not both 0.</param>
    /// <param name="sufficientDecrease">c.</param>
    /// <param name="shortest">The smallest α tried.</param>
    /// <param name="trial">x + α·p.</param>
    /// <param name="cancellation">Asked before each evaluation; the search then fails.</param>
    public static LineSearchResult Search<T>(
        T objective, ReadOnlySpan<double> point, double value, ReadOnlySpan<double> step, double slope, double curvature,
        double sufficientDecrease, double shortest, Span<double> trial, CancellationToken cancellation)
        where T : IObjective
    {
        double rounding = 10 * MachineEpsilon * Math.Abs(value);
        int evaluations = 0;
        bool finite = false;
        for (double alpha = 1; alpha > shortest && !cancellation.IsCancellationRequested;)
        {
            Vectors.Sum(point, alpha, step, trial);
            double trialValue = objective.Value(trial);
            evaluations++;

            finite = double.IsFinite(trialValue);
            double promised = alpha * slope + 0.5 * alpha * alpha * curvature;
            if (finite && trialValue <= value + sufficientDecrease * promised + rounding) return new(alpha, trialValue, evaluations, true);

            double parabola = -slope * alpha * alpha / (2 * (trialValue - value - slope * alpha));
            alpha = finite && slope < 0 ? Math.Clamp(parabola, 0.1 * alpha, 0.5 * alpha) : 0.1 * alpha;
        }
        return new(0, value, evaluations, finite);
    }
}
