namespace HessianGen.Optimization;

/// <summary>How accurately the Newton equations are worth solving: ‖H·p + g‖ ≤ η·‖g‖, with η falling as the gradient does.</summary>
/// <remarks>
/// S. C. Eisenstat and H. F. Walker, "Choosing the forcing terms in an inexact Newton method", SIAM J. Sci. Comput. 17
/// (1996): Choice 2, η = γ·(‖g‖/‖g_previous‖)^α, and its safeguard against a premature decrease. Convergence is
/// superlinear of order α.
/// </remarks>
internal struct EisenstatWalkerForcing
{
    private const double Gamma = 0.9, Alpha = 1.618033988749895, Largest = 0.5, SafeguardThreshold = 0.1;

    private double _previousNorm;
    private double _eta;

    /// <summary>η for a step from a point with this gradient norm, called once for each new point.</summary>
    /// <param name="gradientNorm">‖g‖ &gt; 0 at the point.</param>
    /// <param name="tolerance">The gradient norm that ends the minimisation: more accuracy than half of it is wasted.</param>
    public double Next(double gradientNorm, double tolerance)
    {
        if (_previousNorm == 0)
        {
            _eta = Largest;
        }
        else
        {
            double safeguard = Gamma * Math.Pow(_eta, Alpha);
            double choice = Gamma * Math.Pow(gradientNorm / _previousNorm, Alpha);
            _eta = Math.Min(Largest, safeguard > SafeguardThreshold ? Math.Max(choice, safeguard) : choice);
        }
        _previousNorm = gradientNorm;
        return Math.Min(Largest, Math.Max(_eta, 0.5 * tolerance / gradientNorm));
    }
}
