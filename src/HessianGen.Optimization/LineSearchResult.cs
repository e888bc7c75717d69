namespace HessianGen.Optimization;

/// <summary>What a line search found.</summary>
/// <param name="Alpha">The accepted length; 0 if there is none.</param>
/// <param name="Value">f there.</param>
/// <param name="Evaluations">Values spent.</param>
/// <param name="Finite">The last value tried was finite.</param>
internal readonly record struct LineSearchResult(double Alpha, double Value, int Evaluations, bool Finite);
