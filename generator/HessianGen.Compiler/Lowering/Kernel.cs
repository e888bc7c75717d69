namespace HessianGen.Compiler.Lowering;

/// <summary>The body of one generated method, every decision taken: what is left is to print it.</summary>
/// <remarks>The variables have no names yet: <see cref="Naming"/> gives them when it is known which names are taken around the method.</remarks>
internal sealed record Kernel(IReadOnlyList<KernelParameter> Parameters, KernelBlock Body, OperationCount Cost);
