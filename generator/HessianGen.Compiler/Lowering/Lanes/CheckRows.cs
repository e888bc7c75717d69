namespace HessianGen.Compiler.Lowering;

/// <summary>Throws unless several rows at equal distances are all inside; empty ones are everywhere.</summary>
/// <param name="First">Where the first one begins.</param>
/// <param name="Count">The elements of a row.</param>
internal sealed record CheckRows(KernelArray Array, KernelExpression First, KernelExpression Stride, int Rows, KernelExpression Count) : KernelStatement
{
    public override IEnumerable<KernelExpression> Expressions => [First, Stride, Count];
}
