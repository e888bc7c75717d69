namespace HessianGen.Compiler.Lowering;

/// <summary>Calls a part of the method that stands in a method of its own.</summary>
internal sealed record CallPart(MethodPart Part) : KernelStatement
{
    public override IEnumerable<KernelExpression> Expressions => Part.Inputs.Concat(Part.Updated).Select(local => new LocalExpression(local));
}
