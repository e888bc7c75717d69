namespace HessianGen.Compiler.Lowering;

/// <summary>Rows of an array, one for each lane, that are packed side by side before the iterations read them.</summary>
/// <param name="Stride">From one lane's row to the next.</param>
/// <param name="First">Where the part of the row begins that is read.</param>
/// <param name="Count">The elements that are read.</param>
internal sealed record LanePanel(KernelArray Array, KernelExpression Stride, KernelExpression First, KernelExpression Count);
