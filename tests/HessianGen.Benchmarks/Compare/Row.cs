namespace HessianGen.Benchmarks.Compare;

/// <summary>A line of the comparison: a quantity of a workload, and who computes it in C#.</summary>
/// <param name="Name">The first column, which the filter looks at.</param>
/// <param name="Quantity">What the function in C++ ends with.</param>
/// <param name="Length">Entries of the result.</param>
/// <param name="Ours">The generated method.</param>
/// <param name="Scalar">Plain loops, or null where nobody wrote them.</param>
internal sealed record Row(string Name, Problem Problem, string Quantity, int Length, Computation Ours, Computation? Scalar);
