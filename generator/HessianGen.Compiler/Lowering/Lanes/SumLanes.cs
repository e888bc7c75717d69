namespace HessianGen.Compiler.Lowering;

/// <summary><c>target[i] += Σ lanes[i]</c> for every element, where <paramref name="Lanes"/> has a vector for each.</summary>
internal sealed record SumLanes(KernelArray Lanes, KernelArray Target) : KernelStatement;
