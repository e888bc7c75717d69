using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Each lane writes or adds to its element <c>array[index + l·stride]</c>, the first lane first.</summary>
/// <param name="Active">A bit for each lane that is on; null where all are.</param>
internal sealed record WriteLanes(KernelArray Array, KernelExpression Index, KernelExpression Stride, KernelExpression Value, bool IsSum, KernelExpression? Active) : KernelStatement
{
    public override IEnumerable<KernelExpression> Expressions => Active is null ? [Index, Stride, Value] : [Index, Stride, Value, Active];
}
