using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>A parameter of the kernel; one of <paramref name="Local"/> and <paramref name="Array"/> is there.</summary>
/// <param name="Name">The name that the IR function gives it.</param>
internal sealed record KernelParameter(string Name, ParameterRole Role, Local? Local, KernelArray? Array)
{
    /// <summary>The unescaped name in the generated method.</summary>
    public string FinalName => Local?.Name ?? Array!.Name;
}
