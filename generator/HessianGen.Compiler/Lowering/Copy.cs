namespace HessianGen.Compiler.Lowering;

/// <summary>One of several assignments that happen at once.</summary>
internal readonly record struct Copy(Local Target, KernelExpression Source);
