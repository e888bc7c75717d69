using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>The elements of an array that the lanes read: lane l that at <c>index + l·stride</c>.</summary>
/// <param name="Active">A bit for each lane that is on; null where all are. The others read zero.</param>
internal sealed record LaneElement(KernelArray Array, KernelExpression Index, KernelExpression Stride, KernelExpression? Active, LaneShape Lanes) : KernelExpression(Array.Element)
{
    public override IEnumerable<KernelExpression> Operands => Active is null ? [Index, Stride] : [Index, Stride, Active];

    public override LaneShape? Shape => Lanes;
}

/// <summary>A number that all lanes share.</summary>
internal sealed record LaneSplat(KernelExpression Value, LaneShape Lanes) : KernelExpression(Value.Type)
{
    public override IEnumerable<KernelExpression> Operands => [Value];

    public override LaneShape? Shape => Lanes;
}

/// <summary>The integers <c>start + l·stride</c> as floating-point numbers.</summary>
internal sealed record LaneNumbers(KernelExpression Start, KernelExpression Stride, LaneShape Lanes) : KernelExpression(Lanes.Element)
{
    public override IEnumerable<KernelExpression> Operands => [Start, Stride];

    public override LaneShape? Shape => Lanes;
}

/// <summary>A number in the first lane, zeros in the others: where a sum begins.</summary>
internal sealed record LaneFirst(KernelExpression Value, LaneShape Lanes) : KernelExpression(Value.Type)
{
    public override IEnumerable<KernelExpression> Operands => [Value];

    public override LaneShape? Shape => Lanes;
}

/// <summary>A bit for each lane from the first to before the last of two.</summary>
internal sealed record LaneBits(KernelExpression From, KernelExpression To, LaneShape Lanes) : KernelExpression(Ir.ScalarType.U64)
{
    public override IEnumerable<KernelExpression> Operands => [From, To];

    public override LaneShape? Shape => null;
}

/// <summary>True in the lanes whose bit is set.</summary>
internal sealed record LaneMask(KernelExpression Bits, LaneShape Lanes) : KernelExpression(Ir.ScalarType.Bool)
{
    public override IEnumerable<KernelExpression> Operands => [Bits];

    public override LaneShape? Shape => Lanes;
}

/// <summary>A bit for each lane in which a condition holds.</summary>
internal sealed record LaneMaskBits(KernelExpression Condition) : KernelExpression(Ir.ScalarType.U64)
{
    public override IEnumerable<KernelExpression> Operands => [Condition];

    public override LaneShape? Shape => null;
}

/// <summary>True where the bit of one lane is set.</summary>
internal sealed record LaneBit(KernelExpression Bits, KernelExpression Lane) : KernelExpression(Ir.ScalarType.Bool)
{
    public override IEnumerable<KernelExpression> Operands => [Bits, Lane];
}

/// <summary>The sum over the lanes, in an order that does not depend on the machine.</summary>
internal sealed record LaneSum(KernelExpression Value) : KernelExpression(Value.Type)
{
    public override IEnumerable<KernelExpression> Operands => [Value];

    public override LaneShape? Shape => null;
}

/// <summary>The sums over the lanes of several vectors, the first in the first lane.</summary>
internal sealed record LaneSums(EquatableArray<KernelExpression> Values) : KernelExpression(Values[0].Type)
{
    public override IEnumerable<KernelExpression> Operands => Values;
}

/// <summary>The groups of lanes added up to one, and to what there was.</summary>
internal sealed record LaneGroupSum(KernelExpression Value, KernelExpression? Initial = null) : KernelExpression(Value.Type)
{
    public override IEnumerable<KernelExpression> Operands => Initial is null ? [Value] : [Value, Initial];

    public override LaneShape? Shape => Value.Shape! with { Groups = 1 };
}

/// <summary>The last group of lanes.</summary>
internal sealed record LaneLast(KernelExpression Value) : KernelExpression(Value.Type)
{
    public override IEnumerable<KernelExpression> Operands => [Value];

    public override LaneShape? Shape => Value.Shape! with { Groups = 1 };
}

/// <summary>Each lane gets what the lane so far before it has; the first lanes what the last ones of <paramref name="Before"/> have.</summary>
internal sealed record LaneShift(KernelExpression Value, KernelExpression Before, int Distance) : KernelExpression(Value.Type)
{
    public override IEnumerable<KernelExpression> Operands => [Value, Before];
}

/// <summary>The number in one lane.</summary>
internal sealed record LaneAt(KernelExpression Value, int Lane) : KernelExpression(Value.Type)
{
    public override IEnumerable<KernelExpression> Operands => [Value];

    public override LaneShape? Shape => null;
}

/// <summary>An index that is in the bounds of an array, or an exception: what is multiplied by the lanes must not wrap around.</summary>
internal sealed record InsideIndex(KernelExpression Index, KernelExpression Extent) : KernelExpression(Ir.ScalarType.I32)
{
    public override IEnumerable<KernelExpression> Operands => [Index, Extent];
}
