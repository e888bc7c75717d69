namespace HessianGen.Optimization;

/// <summary>Minimises with Newton steps from conjugate gradients in a trust region: many variables, Hessian-vector products only.</summary>
/// <remarks>
/// <para>Nocedal and Wright, Numerical Optimization (2nd ed.), Algorithm 4.1 with the subproblem of Algorithm 7.2 (Steihaug
/// 1983) and the forcing terms of Eisenstat and Walker (1996). It needs no positive definite Hessian: negative curvature is
/// followed to the boundary of the region. A saddle point that is hit exactly, where the gradient is zero, counts as
/// converged; <see cref="NewtonMinimizer"/> looks further.</para>
/// <para>Each iteration costs one gradient and as many products as the conjugate gradients take. The memory is kept between
/// calls: an instance serves one minimisation at a time, and allocates nothing per iteration.</para>
/// </remarks>
public sealed class TrustRegionNewton
{
    private const double MachineEpsilon = 2.220446049250313e-16;

    private readonly TrustRegionOptions _options;
    private readonly SteihaugSolver _subproblem = new();
    private double[] _gradient = [], _trialGradient = [], _trial = [], _step = [];
    private EisenstatWalkerForcing _forcing;
    private double _value, _gradientNorm, _residual, _radius;
    private int _iterations, _evaluations, _products;

    /// <summary>A minimiser with default options.</summary>
    public TrustRegionNewton() : this(new TrustRegionOptions()) { }

    /// <summary>A minimiser with these options.</summary>
    public TrustRegionNewton(TrustRegionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    /// <summary>Minimises f from <paramref name="point"/>, and leaves the minimiser there.</summary>
    /// <param name="objective">f, of n variables.</param>
    /// <param name="point">The first point; then, after every accepted step, the best one (length n ≥ 1).</param>
    /// <param name="preconditioner">A diagonal M ≈ ∇²f, positive and finite (length n), which shapes the region ‖step‖_M ≤ radius; empty for the identity.</param>
    /// <param name="progress">Told of every iteration, on the calling thread.</param>
    /// <param name="cancellation">Asked before every gradient and product; the result is then <see cref="TerminationReason.Cancelled"/>, no exception.</param>
    /// <exception cref="ArgumentException">A span is of the wrong length, or the preconditioner is not positive and finite.</exception>
    public MinimizationResult Minimize<T>(
        T objective, Span<double> point, ReadOnlySpan<double> preconditioner = default, IProgress<IterationReport>? progress = null, CancellationToken cancellation = default)
        where T : IHessianVectorObjective
    {
        Check.Dimension(objective, point.Length, nameof(point));
        RequirePositive(preconditioner, point.Length);

        Start(point.Length);
        if (cancellation.IsCancellationRequested) return Result(TerminationReason.Cancelled);
        Span<double> gradient = _gradient.AsSpan(0, point.Length);
        double value = objective.Gradient(point, gradient);
        _evaluations++;
        Arrive(value, Vectors.Norm(gradient));

        while (true)
        {
            if ((ReasonToStopHere() ?? Iterate(objective, point, preconditioner, progress, cancellation)) is { } reason) return Result(reason);
        }
    }

    private void Start(int n)
    {
        if (_gradient.Length < n) (_gradient, _trialGradient, _trial, _step) = (new double[n], new double[n], new double[n], new double[n]);
        (_value, _gradientNorm, _forcing) = (double.NaN, double.NaN, default);
        _radius = Math.Min(_options.InitialRadius, _options.MaximumRadius);
        (_iterations, _evaluations, _products) = (0, 0, 0);
    }

    /// <summary>Notes value and gradient of a new point, and how accurately a step from there is worth solving for.</summary>
    private void Arrive(double value, double gradientNorm)
    {
        (_value, _gradientNorm) = (value, gradientNorm);
        _residual = gradientNorm * _forcing.Next(gradientNorm, _options.GradientTolerance);
    }

    private TerminationReason? ReasonToStopHere()
    {
        if (!double.IsFinite(_value) || !double.IsFinite(_gradientNorm)) return TerminationReason.NonFiniteValue;
        if (_gradientNorm <= _options.GradientTolerance) return TerminationReason.Converged;
        if (_value < _options.LowestValue) return TerminationReason.Unbounded;
        return _iterations == _options.MaxIterations ? TerminationReason.IterationLimit : null;
    }

    /// <summary>Tries one step, takes it if it is good, and adapts the radius; a reason if no further step makes sense.</summary>
    private TerminationReason? Iterate<T>(
        T objective, Span<double> point, ReadOnlySpan<double> preconditioner, IProgress<IterationReport>? progress, CancellationToken cancellation)
        where T : IHessianVectorObjective
    {
        int n = point.Length;
        Span<double> gradient = _gradient.AsSpan(0, n), trialGradient = _trialGradient.AsSpan(0, n), trial = _trial.AsSpan(0, n), step = _step.AsSpan(0, n);

        SubproblemResult model = _subproblem.Solve(
            objective, point, gradient, preconditioner, _radius, _residual, _options.MaxProductsPerStep ?? n, step, cancellation);
        _products += model.Products;
        if (model.Outcome == SubproblemOutcome.NonFinite) return TerminationReason.NonFiniteValue;
        if (model.Outcome == SubproblemOutcome.Cancelled || cancellation.IsCancellationRequested) return TerminationReason.Cancelled;

        Vectors.Sum(point, 1, step, trial);
        double trialValue = objective.Gradient(trial, trialGradient), trialNorm = Vectors.Norm(trialGradient);
        _evaluations++;
        _iterations++;

        bool finite = double.IsFinite(trialValue) && double.IsFinite(trialNorm);
        double ratio = finite ? ReductionRatio(_value, trialValue, model.PredictedReduction) : double.NegativeInfinity;
        bool accepted = ratio >= _options.AcceptanceRatio;
        double stepNorm = Vectors.Norm(step), shortest = _options.StepTolerance * Math.Max(1, Vectors.Norm(point));
        _radius = NextRadius(ratio, model);
        if (accepted)
        {
            trial.CopyTo(point);
            trialGradient.CopyTo(gradient);
            Arrive(trialValue, trialNorm);
        }
        progress?.Report(new IterationReport(_iterations, _value, _gradientNorm, stepNorm, accepted, _radius, _products));

        if (stepNorm > shortest || _gradientNorm <= _options.GradientTolerance) return null;
        return finite ? TerminationReason.SmallStep : TerminationReason.NonFiniteValue;
    }

    /// <summary>Actual over predicted reduction. Both are raised by the rounding error of f, so that the last steps, lost in it, count as good (Conn, Gould and Toint, section 17.4.2).</summary>
    private static double ReductionRatio(double value, double trialValue, double predicted)
    {
        double rounding = 10 * MachineEpsilon * Math.Abs(value);
        double ratio = (value - trialValue + rounding) / (predicted + rounding);
        return double.IsNaN(ratio) ? double.NegativeInfinity : ratio;
    }

    /// <summary>A quarter of a bad step; twice the radius after a good step that the radius limited.</summary>
    private double NextRadius(double ratio, SubproblemResult model)
    {
        if (ratio < 0.25) return 0.25 * Math.Min(_radius, model.Norm);
        return ratio > 0.75 && model.Outcome == SubproblemOutcome.Boundary ? Math.Min(2 * _radius, _options.MaximumRadius) : _radius;
    }

    private static void RequirePositive(ReadOnlySpan<double> preconditioner, int dimension)
    {
        if (preconditioner.IsEmpty) return;
        Check.Length(preconditioner.Length, dimension, nameof(preconditioner));
        foreach (double entry in preconditioner)
        {
            if (!(entry > 0 && double.IsFinite(entry))) throw new ArgumentException($"'{nameof(preconditioner)}' must be positive and finite.", nameof(preconditioner));
        }
    }

    private MinimizationResult Result(TerminationReason reason) => new(reason, _value, _gradientNorm, _iterations, _evaluations, _products);
}
