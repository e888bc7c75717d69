namespace HessianGen.Optimization;

/// <summary>Approximately minimises m(p) = gᵀp + ½·pᵀHp in ‖p‖_M ≤ radius by preconditioned conjugate gradients.</summary>
/// <remarks>
/// T. Steihaug, "The conjugate gradient method and trust regions in large scale optimization", SIAM J. Numer. Anal. 20
/// (1983); Ph. Toint (1981); Nocedal and Wright, Numerical Optimization (2nd ed.), Algorithm 7.2. The iterates grow in the
/// norm of the region, so the first one outside ends the search; on negative curvature the step follows the
/// direction to the boundary. The M-norms come from the recurrences of Conn, Gould and Toint, Trust-Region Methods,
/// section 7.5.1. One Hessian-vector product and six vector operations per iteration; nothing is allocated once the
/// dimension is known.
/// </remarks>
internal sealed class SteihaugSolver
{
    private double[] _residual = [], _preconditioned = [], _direction = [], _product = [];

    /// <summary>Writes the step, and leaves it meaningless where the outcome is not a step.</summary>
    /// <param name="objective">Gives H at <paramref name="point"/>.</param>
    /// <param name="point">Where the model is made.</param>
    /// <param name="gradient">g at the point.</param>
    /// <param name="preconditioner">The positive diagonal of M; empty for the identity.</param>
    /// <param name="radius">The largest ‖p‖_M.</param>
    /// <param name="tolerance">Inside the region, stop where ‖H·p + g‖₂ ≤ this.</param>
    /// <param name="maxProducts">Stop after so many products.</param>
    /// <param name="step">p.</param>
    /// <param name="cancellation">Asked before each product.</param>
    public SubproblemResult Solve<T>(
        T objective, ReadOnlySpan<double> point, ReadOnlySpan<double> gradient, ReadOnlySpan<double> preconditioner,
        double radius, double tolerance, int maxProducts, Span<double> step, CancellationToken cancellation)
        where T : IHessianVectorObjective
    {
        int n = point.Length;
        Reserve(n);
        Span<double> r = _residual.AsSpan(0, n), z = _preconditioned.AsSpan(0, n), d = _direction.AsSpan(0, n), hd = _product.AsSpan(0, n);

        step.Clear();
        gradient.CopyTo(r);                                     // r = H·p + g
        ApplyInverse(preconditioner, r, z);                     // z = M⁻¹·r
        for (int i = 0; i < n; i++) d[i] = -z[i];
        double rz = Vectors.Dot(r, z);
        double pp = 0, pd = 0, dd = rz;                         // ‖p‖², ⟨p, d⟩ and ‖d‖² in M

        for (int products = 1; ; products++)
        {
            if (cancellation.IsCancellationRequested) return new(SubproblemOutcome.Cancelled, 0, 0, products - 1);
            objective.HessianVectorProduct(point, d, hd);
            double curvature = Vectors.Dot(d, hd);
            if (!double.IsFinite(curvature) || !double.IsFinite(rz)) return new(SubproblemOutcome.NonFinite, 0, 0, products);

            double alpha = rz / curvature;
            double ppNext = pp + alpha * (2 * pd + alpha * dd);
            bool leaves = curvature <= 0 || !(ppNext < radius * radius);
            if (leaves)
            {
                alpha = ToBoundary(pp, pd, dd, radius);
                ppNext = radius * radius;
            }

            Vectors.AddScaled(alpha, d, step);
            Vectors.AddScaled(alpha, hd, r);
            if (leaves || products == maxProducts || Vectors.Norm(r) <= tolerance)
            {
                // m(p) = gᵀp + ½·pᵀ(r − g)
                double reduction = -0.5 * (Vectors.Dot(gradient, step) + Vectors.Dot(r, step));
                return new(leaves ? SubproblemOutcome.Boundary : SubproblemOutcome.Interior, Math.Sqrt(ppNext), reduction, products);
            }

            ApplyInverse(preconditioner, r, z);
            double rzNext = Vectors.Dot(r, z), beta = rzNext / rz;
            for (int i = 0; i < n; i++) d[i] = beta * d[i] - z[i];
            (pd, dd, pp, rz) = (beta * (pd + alpha * dd), rzNext + beta * beta * dd, ppNext, rzNext);
        }
    }

    /// <summary>The positive root τ of ‖p + τ·d‖ = radius, in the form that does not cancel.</summary>
    private static double ToBoundary(double pp, double pd, double dd, double radius)
    {
        double gap = radius * radius - pp;
        double root = Math.Sqrt(pd * pd + dd * gap);
        return pd > 0 ? gap / (pd + root) : (root - pd) / dd;
    }

    private static void ApplyInverse(ReadOnlySpan<double> diagonal, ReadOnlySpan<double> x, Span<double> y)
    {
        if (diagonal.IsEmpty) x.CopyTo(y);
        else for (int i = 0; i < x.Length; i++) y[i] = x[i] / diagonal[i];
    }

    private void Reserve(int n)
    {
        if (_residual.Length >= n) return;
        (_residual, _preconditioned, _direction, _product) = (new double[n], new double[n], new double[n], new double[n]);
    }
}
