using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace HessianGen.Optimization;

/// <summary>Minimises with dense Newton steps and a line search: up to some hundreds of variables, any Hessian.</summary>
/// <remarks>
/// <para>The step solves (∇²f + τ·I)·p = -∇f by Cholesky, τ = 0 where the Hessian is positive definite (Nocedal and Wright,
/// Numerical Optimization (2nd ed.), section 3.4), and is shortened until it meets the Armijo condition. Where the gradient
/// is zero but the Hessian has a negative eigenvalue, the search goes on along its eigenvector: a result
/// <see cref="TerminationReason.Converged"/> means that the second-order necessary conditions hold.</para>
/// <para>Each iteration costs one Hessian, n³/3 operations and a value or two. The memory is kept between calls: an instance
/// serves one minimisation at a time, and allocates only what the factorisations of Math.NET do.</para>
/// </remarks>
public sealed class NewtonMinimizer
{
    private readonly NewtonOptions _options;
    private readonly ShiftedCholesky _cholesky = new();
    private double[] _gradient = [], _hessian = [], _step = [], _trial = [];
    private double _value, _gradientNorm;
    private int _iterations, _evaluations, _hessians;

    /// <summary>A minimiser with default options.</summary>
    public NewtonMinimizer() : this(new NewtonOptions()) { }

    /// <summary>A minimiser with these options.</summary>
    public NewtonMinimizer(NewtonOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    /// <summary>Minimises f from <paramref name="point"/>, and leaves the minimiser there.</summary>
    /// <param name="objective">f, of n variables.</param>
    /// <param name="point">The first point; then, after every step, the best one (length n ≥ 1).</param>
    /// <param name="progress">Told of every iteration, on the calling thread.</param>
    /// <param name="cancellation">Asked before every evaluation; the result is then <see cref="TerminationReason.Cancelled"/>, no exception.</param>
    /// <exception cref="ArgumentException"><paramref name="point"/> is empty or not of the objective's dimension.</exception>
    public MinimizationResult Minimize<T>(T objective, Span<double> point, IProgress<IterationReport>? progress = null, CancellationToken cancellation = default)
        where T : IHessianObjective
    {
        Check.Dimension(objective, point.Length, nameof(point));

        Start(point.Length);
        while (true)
        {
            if (cancellation.IsCancellationRequested) return Result(TerminationReason.Cancelled);
            _value = objective.Hessian(point, _gradient, _hessian);
            _gradientNorm = Vectors.Norm(_gradient);
            _evaluations++;
            _hessians++;

            if ((ReasonToStopHere() ?? Iterate(objective, point, progress, cancellation)) is { } reason) return Result(reason);
        }
    }

    private void Start(int n)
    {
        if (_gradient.Length != n) (_gradient, _hessian, _step, _trial) = (new double[n], new double[checked(n * n)], new double[n], new double[n]);
        _cholesky.Start(n);
        (_value, _gradientNorm) = (double.NaN, double.NaN);
        (_iterations, _evaluations, _hessians) = (0, 0, 0);
    }

    private TerminationReason? ReasonToStopHere()
    {
        if (!double.IsFinite(_value) || !double.IsFinite(_gradientNorm) || !Vectors.AreFinite(_hessian)) return TerminationReason.NonFiniteValue;
        return _value < _options.LowestValue ? TerminationReason.Unbounded : null;
    }

    /// <summary>Steps along the Newton direction or, at a stationary point, along negative curvature; a reason if there is nowhere to go.</summary>
    private TerminationReason? Iterate<T>(T objective, Span<double> point, IProgress<IterationReport>? progress, CancellationToken cancellation)
        where T : IHessianObjective
    {
        double curvature = 0;
        bool stationary = _gradientNorm <= _options.GradientTolerance;
        if (stationary)
        {
            curvature = NegativeCurvature(point);
            if (curvature == 0) return TerminationReason.Converged;
            if (!_options.EscapeSaddlePoints) return TerminationReason.SaddlePoint;
        }
        if (_iterations == _options.MaxIterations) return TerminationReason.IterationLimit;
        if (!stationary) NewtonStep();

        double slope = Math.Min(0, Vectors.Dot(_gradient, _step)), stepNorm = Vectors.Norm(_step);
        double shortest = _options.StepTolerance * Math.Max(1, Vectors.Norm(point)) / stepNorm;
        LineSearchResult found = BacktrackingLineSearch.Search(
            objective, point, _value, _step, slope, curvature, _options.SufficientDecrease, shortest, _trial, cancellation);
        _evaluations += found.Evaluations;
        _iterations++;

        bool accepted = found.Alpha > 0;
        if (accepted)
        {
            _trial.CopyTo(point);
            _value = found.Value;
        }
        progress?.Report(new IterationReport(_iterations, _value, _gradientNorm, found.Alpha * stepNorm, accepted, double.PositiveInfinity, _hessians));

        if (accepted) return null;
        if (cancellation.IsCancellationRequested) return TerminationReason.Cancelled;
        if (!found.Finite) return TerminationReason.NonFiniteValue;
        return stationary ? TerminationReason.SaddlePoint : TerminationReason.SmallStep;
    }

    /// <summary>p = -(∇²f + τ·I)⁻¹·∇f, or -∇f where arithmetic fails.</summary>
    private void NewtonStep()
    {
        _cholesky.Factor(_hessian, Vectors.Norm(_hessian), _gradientNorm);
        for (int i = 0; i < _step.Length; i++) _step[i] = -_gradient[i];
        _cholesky.Solve(_step);
        if (Vectors.Dot(_gradient, _step) < 0 && double.IsFinite(Vectors.Norm(_step))) return;
        for (int i = 0; i < _step.Length; i++) _step[i] = -_gradient[i];
    }

    /// <summary>pᵀ∇²f·p &lt; 0 of a descent direction p along the most negative eigenvalue, which is left in the step; 0 if no eigenvalue is negative.</summary>
    private double NegativeCurvature(ReadOnlySpan<double> point)
    {
        double negligible = _options.CurvatureTolerance * Vectors.Norm(_hessian);
        if (_cholesky.TryFactor(_hessian, negligible)) return 0;

        Evd<double> spectrum = new DenseMatrix(_step.Length, _step.Length, (double[])_hessian.Clone()).Evd(Symmetricity.Symmetric);
        int lowest = spectrum.EigenValues.Real().MinimumIndex();
        double eigenvalue = spectrum.EigenValues[lowest].Real;
        if (eigenvalue >= -negligible) return 0;

        spectrum.EigenVectors.Column(lowest).AsArray().CopyTo(_step, 0);
        double length = Math.Max(1, Vectors.Norm(point)), sign = Vectors.Dot(_gradient, _step) > 0 ? -length : length;
        for (int i = 0; i < _step.Length; i++) _step[i] *= sign;
        return eigenvalue * length * length;
    }

    private MinimizationResult Result(TerminationReason reason) => new(reason, _value, _gradientNorm, _iterations, _evaluations, _hessians);
}
