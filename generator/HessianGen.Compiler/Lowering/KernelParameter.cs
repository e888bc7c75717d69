using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>A parameter of the kernel; one of <paramref name="Local"/> and <paramref name="Array"/> is there.</summary>
/// <param name="Name">The name that the IR function gives it.</param>
internal sealed record KernelParameter(string Name, ParameterRole Role, Local? Local, KernelArray? Array)
{
    /// <summary>True where derivatives are taken with respect to it.</summary>
    public bool IsVariable { get; init; }

    /// <summary>What of an array belongs to which instance of a batch.</summary>
    public InstanceLayout Layout { get; init; }

    /// <summary>How many elements each instance has of an array in rows; null for all others.</summary>
    public Local? Rows { get; init; }

    /// <summary>How many rows there must be at least.</summary>
    public long LeastRows { get; init; }

    /// <summary>How far a diagonal of the Hessian is below the main one.</summary>
    public long Distance { get; init; }

    /// <summary>The unescaped name in the generated method.</summary>
    public string FinalName => Local?.Name ?? Array!.Name;
}
