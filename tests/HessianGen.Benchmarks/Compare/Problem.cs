namespace HessianGen.Benchmarks.Compare;

/// <summary>The data of a workload, the same memory for everyone who computes with it.</summary>
/// <param name="Name">What the functions in C++ begin with.</param>
/// <param name="Count">Samples, steps, or variables, as <c>native/workloads.hpp</c> says.</param>
internal sealed record Problem(string Name, int Count)
{
    public NativeArray<double> Inputs { get; init; }

    public NativeArray<double> Targets { get; init; }

    public NativeArray<int> Labels { get; init; }

    public double Constant { get; init; }

    public required NativeArray<double> Variables { get; init; }

    /// <summary>One direction after the other.</summary>
    public required NativeArray<double> Directions { get; init; }

    public ReadOnlySpan<double> Direction(int index) => Directions[(index * Variables.Length)..((index + 1) * Variables.Length)];
}
