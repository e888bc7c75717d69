using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>The body of one generated method, every decision taken: what is left is to print it.</summary>
/// <remarks>The variables have no names yet: <see cref="Naming"/> gives them when it is known which names are taken around the method.</remarks>
internal sealed record Kernel(IReadOnlyList<KernelParameter> Parameters, KernelBlock Body, OperationCount Cost)
{
    /// <summary>The parameters before the user's: how large a batch is.</summary>
    public IReadOnlyList<KernelParameter> Leading => [.. Parameters.Where(p => p.Role is ParameterRole.Count or ParameterRole.Stride)];

    /// <summary>The parameters after the user's.</summary>
    public IReadOnlyList<KernelParameter> Trailing => [.. Parameters.Where(p => p.Role is not (ParameterRole.User or ParameterRole.Count or ParameterRole.Stride or ParameterRole.Band))];

    /// <summary>The parts of <see cref="Body"/> that stand in methods of their own.</summary>
    public IReadOnlyList<MethodPart> Parts { get; init; } = [];

    /// <summary>The same body for several iterations at once; null where no loop allows it.</summary>
    public KernelBlock? Wide { get; init; }

    /// <summary>The parts of <see cref="Wide"/>.</summary>
    public IReadOnlyList<MethodPart> WideParts { get; init; } = [];
}
