namespace HessianGen.Optimization;

/// <summary>Why a minimiser stopped. The point is the best one found whatever the reason.</summary>
public enum TerminationReason
{
    /// <summary>The gradient is small enough; <see cref="NewtonMinimizer"/> has also checked that the curvature is not negative.</summary>
    Converged,

    /// <summary>No step longer than the step tolerance improves the value: the arithmetic is exhausted, or the derivatives do not fit the value.</summary>
    SmallStep,

    /// <summary>The gradient is small, but the Hessian has a negative eigenvalue and no descent was found (or sought) along its eigenvector.</summary>
    SaddlePoint,

    /// <summary>The value fell below the lowest one that makes sense for the problem.</summary>
    Unbounded,

    /// <summary>The iterations allowed were used up.</summary>
    IterationLimit,

    /// <summary>Cancellation was requested.</summary>
    Cancelled,

    /// <summary>The value, gradient or Hessian is NaN or infinite at the point, or wherever a step leads.</summary>
    NonFiniteValue,
}
