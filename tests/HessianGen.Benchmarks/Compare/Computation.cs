namespace HessianGen.Benchmarks.Compare;

/// <summary>Computes a quantity of a problem: returns its value, or 0 where only the result is wanted.</summary>
internal delegate double Computation(Problem problem, Span<double> result);
