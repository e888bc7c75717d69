using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>An expression of the kernel: pure, and evaluated exactly in the order of its tree.</summary>
/// <remarks>Expressions are values, so that <c>x[i] = x[i] * t</c> is seen to read and write one element.</remarks>
internal abstract record KernelExpression(ScalarType Type)
{
    public virtual IEnumerable<KernelExpression> Operands => [];

    /// <summary>The lanes of a value that there is for each of several iterations; null for an ordinary one.</summary>
    public virtual LaneShape? Shape => Operands.Select(o => o.Shape).FirstOrDefault(s => s is not null);
}

internal sealed record ConstantExpression(Atom Constant) : KernelExpression(Constant.ConstantType);

internal sealed record LocalExpression(Local Local) : KernelExpression(Local.Type)
{
    public override LaneShape? Shape => Local.Shape;
}

/// <summary>The number of elements of an array, an <c>int</c> as in .NET.</summary>
internal sealed record LengthExpression(KernelArray Array) : KernelExpression(ScalarType.I32);

internal sealed record ElementExpression(KernelArray Array, KernelExpression Index) : KernelExpression(Array.Element)
{
    public override IEnumerable<KernelExpression> Operands => [Index];
}

/// <summary>A primitive applied to operands: an operator or a call of a library function.</summary>
/// <param name="Wraps">True for integer arithmetic that must wrap also where the project checks for overflow.</param>
internal sealed record OperationExpression(Primitive Primitive, EquatableArray<KernelExpression> Arguments, ScalarType Type, bool Wraps = false) : KernelExpression(Type)
{
    public override IEnumerable<KernelExpression> Operands => Arguments;
}

/// <summary>A C# cast in an unchecked context.</summary>
internal sealed record ConversionExpression(KernelExpression Operand, ScalarType Type) : KernelExpression(Type)
{
    public override IEnumerable<KernelExpression> Operands => [Operand];
}

/// <summary><c>condition ? whenTrue : whenFalse</c>: only the chosen operand is evaluated.</summary>
internal sealed record ChoiceExpression(KernelExpression Condition, KernelExpression WhenTrue, KernelExpression WhenFalse) : KernelExpression(WhenTrue.Type)
{
    public override IEnumerable<KernelExpression> Operands => [Condition, WhenTrue, WhenFalse];
}

/// <summary><c>left &amp;&amp; right</c> or <c>left || right</c>: the right operand is evaluated only where it decides.</summary>
internal sealed record ShortCircuitExpression(bool IsAnd, KernelExpression Left, KernelExpression Right) : KernelExpression(ScalarType.Bool)
{
    public override IEnumerable<KernelExpression> Operands => [Left, Right];
}

/// <summary><c>x·y + z</c>, rounded once where the machine can.</summary>
internal sealed record ContractedExpression(KernelExpression X, KernelExpression Y, KernelExpression Z) : KernelExpression(Z.Type)
{
    public override IEnumerable<KernelExpression> Operands => [X, Y, Z];
}
