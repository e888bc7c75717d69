namespace HessianGen.Compiler.Lowering;

/// <summary>Throws unless there are so many elements from an index on.</summary>
internal sealed record CheckLanes(KernelArray Array, KernelExpression Index, int Count) : KernelStatement
{
    public override IEnumerable<KernelExpression> Expressions => [Index];
}
