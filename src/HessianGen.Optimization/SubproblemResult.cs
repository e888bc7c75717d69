namespace HessianGen.Optimization;

/// <summary>A step of the trust-region subproblem.</summary>
/// <param name="Outcome">How it was found.</param>
/// <param name="Norm">‖step‖ in the norm of the region.</param>
/// <param name="PredictedReduction">m(0) − m(step) of the quadratic model; not negative.</param>
/// <param name="Products">Hessian-vector products spent.</param>
internal readonly record struct SubproblemResult(SubproblemOutcome Outcome, double Norm, double PredictedReduction, int Products);
