namespace HessianGen.Optimization;

/// <summary>One iteration of a minimiser, as seen through <see cref="IProgress{T}"/>.</summary>
/// <param name="Iteration">Counted from 1.</param>
/// <param name="Value">f at the point after the iteration.</param>
/// <param name="GradientNorm">‖∇f‖₂ there; for a line search, which does not know it yet, where the step began.</param>
/// <param name="StepNorm">‖step‖₂ of the step tried.</param>
/// <param name="Accepted">The step was taken.</param>
/// <param name="Radius">The trust radius for the next step; infinite for a line search.</param>
/// <param name="HessianProducts">Hessian-vector products so far; for a dense method, Hessians.</param>
public readonly record struct IterationReport(
    int Iteration, double Value, double GradientNorm, double StepNorm, bool Accepted, double Radius, int HessianProducts);
