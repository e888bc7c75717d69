namespace HessianGen.Optimization;

/// <summary>How a minimisation ended; the minimiser itself is left in the span that held the initial point.</summary>
/// <param name="Reason">Why it stopped.</param>
/// <param name="Value">f at the final point; NaN also if it was never evaluated.</param>
/// <param name="GradientNorm">‖∇f‖₂ at the final point.</param>
/// <param name="Iterations">Steps tried.</param>
/// <param name="Evaluations">Evaluations of the value, with or without gradient.</param>
/// <param name="HessianProducts">Hessian-vector products; for a dense method, Hessians.</param>
public readonly record struct MinimizationResult(
    TerminationReason Reason, double Value, double GradientNorm, int Iterations, int Evaluations, int HessianProducts);
