using System.Runtime.InteropServices;

namespace HessianGen.Benchmarks.Compare;

/// <summary>A function in C++.</summary>
internal sealed unsafe class NativeContender : Contender
{
    private readonly void* _problem;

    // Without the transition, which would be some percent of the smallest rows.
    private readonly delegate* unmanaged[SuppressGCTransition]<void*, double*, double*, double*, double> _function;

    /// <exception cref="InvalidOperationException">The layout of the variant does not fit the problem.</exception>
    public NativeContender(NativeVariant variant, Row row) : base(variant.Name, row)
    {
        Problem problem = row.Problem;
        Data* data = (Data*)NativeMemory.AllocZeroed((nuint)sizeof(Data));
        *data = new() { Inputs = problem.Inputs.Pointer, Targets = problem.Targets.Pointer, Labels = problem.Labels.Pointer, Count = problem.Count, Constant = problem.Constant };
        _problem = ((delegate* unmanaged<Data*, void*>)variant.Find($"{problem.Name}_prepare"))(data);
        if (_problem == null) throw new InvalidOperationException($"{row.Name}: {variant.Name} cannot lay {problem.Count} samples out.");
        _function = (delegate* unmanaged[SuppressGCTransition]<void*, double*, double*, double*, double>)variant.Find($"{problem.Name}_{row.Quantity}");
    }

    public override double Repeat(long times)
    {
        double value = 0;
        double* variables = Problem.Variables.Pointer, directions = Problem.Directions.Pointer, result = Result.Pointer;
        for (long i = 0; i < times; i++) value = _function(_problem, variables, directions, result);
        return value;
    }

    // As in native/workloads.hpp.
    private struct Data
    {
        public double* Inputs, Targets;
        public int* Labels;
        public long Count;
        public double Constant;
    }
}
