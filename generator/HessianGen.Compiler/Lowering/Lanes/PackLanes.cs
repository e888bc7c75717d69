namespace HessianGen.Compiler.Lowering;

/// <summary><c>target[r·lanes + l] = source[index + l·stride + r]</c> for all lanes l and the first <paramref name="Count"/> elements r of their rows.</summary>
/// <param name="Active">A bit for each lane that is on; null where all are.</param>
internal sealed record PackLanes(
    KernelArray Source, KernelExpression Index, KernelExpression Stride, KernelExpression Count, KernelArray Target, int Lanes, KernelExpression? Active) : KernelStatement
{
    public override IEnumerable<KernelExpression> Expressions => Active is null ? [Index, Stride, Count] : [Index, Stride, Count, Active];
}
