using MathNet.Numerics.Providers.LinearAlgebra;

namespace HessianGen.Optimization;

/// <summary>Factors H + τ·I, with a shift τ ≥ 0 that makes it positive definite.</summary>
/// <remarks>
/// Nocedal and Wright, Numerical Optimization (2nd ed.), Algorithm 3.3, with two departures: shifts are relative to ‖H‖,
/// so that scaling the objective changes nothing, and the search starts near the shift that the last matrix needed.
/// A factorisation costs n³/3; a matrix that needs no shift takes one.
/// </remarks>
internal sealed class ShiftedCholesky
{
    private const double SmallestRelativeShift = 1e-7, Growth = 8;

    private double[] _factor = [];
    private int _order;
    private double _lastShift;

    /// <summary>Forgets the shift of the last matrix, and takes matrices of this order from now on.</summary>
    public void Start(int order)
    {
        if (_order != order) _factor = new double[checked(order * order)];
        _order = order;
        _lastShift = 0;
    }

    /// <summary>Factors the matrix with the smallest shift tried that makes it positive definite.</summary>
    /// <param name="matrix">H, finite and symmetric, n×n; kept.</param>
    /// <param name="norm">‖H‖.</param>
    /// <param name="shiftOfZero">The first shift tried for H = 0, positive.</param>
    public void Factor(ReadOnlySpan<double> matrix, double norm, double shiftOfZero)
    {
        double shift = 0;
        while (!TryFactor(matrix, shift))
        {
            shift = shift > 0 ? Growth * shift : Math.Max(SmallestRelativeShift * norm, _lastShift / Growth);
            if (shift == 0) shift = shiftOfZero;
        }
        _lastShift = shift;
    }

    /// <summary>Factors H + shift·I if that is positive definite.</summary>
    public bool TryFactor(ReadOnlySpan<double> matrix, double shift)
    {
        matrix.CopyTo(_factor);
        for (int i = 0; i < _order; i++)
        {
            double pivot = _factor[i * _order + i] += shift;
            if (!(pivot > 0)) return false;
        }
        try
        {
            LinearAlgebraControl.Provider.CholeskyFactor(_factor, _order);
            return true;
        }
        catch (ArgumentException)           // how Math.NET says: not positive definite
        {
            return false;
        }
    }

    /// <summary>Replaces b by (H + τ·I)⁻¹·b, after a factorisation that succeeded.</summary>
    public void Solve(double[] b) => LinearAlgebraControl.Provider.CholeskySolveFactored(_factor, _order, b, 1);
}
