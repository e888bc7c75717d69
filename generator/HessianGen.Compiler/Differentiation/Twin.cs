using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>An independent loop and the loop that reverses it, which computes the first one's sums as its first outputs.</summary>
internal sealed record Twin(For Forward, For Reverse);
