using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

/// <summary>Matches a value that the primitive computed; operands of a commutative primitive in either order.</summary>
internal sealed class PatternOperation(Primitive primitive, Pattern[] operands) : Pattern
{
    public Primitive Primitive => primitive;

    public IReadOnlyList<Pattern> Operands => operands;

    public override int Operations => IsConstant ? 0 : 1 + operands.Sum(o => o.Operations);

    public override bool IsConstant => operands.All(o => o.IsConstant);
}
