using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>A long function of all elements of one or two buffers, put into the first: a call, where inlining it for every vector would be too much code.</summary>
internal sealed record MapLanes(Primitive Function, IReadOnlyList<KernelArray> Buffers) : KernelStatement;
