using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>A loop as one lane runs it, or as several lanes do side by side (unroll and jam): each with variables of its own, all with the same counters.</summary>
internal abstract class LaneCopy
{
    private readonly Dictionary<Local, Local> counters = [];

    /// <summary>How many lanes.</summary>
    protected abstract int Count { get; }

    /// <summary>The variable of a lane that stands for one that the loop assigns.</summary>
    protected abstract Local Assigned(Local local, int lane);

    /// <summary>What a lane reads for a variable.</summary>
    protected abstract KernelExpression Read(Local local, int lane);

    /// <summary>The element that a lane means.</summary>
    protected abstract (KernelArray Array, KernelExpression Index) Element(KernelArray array, KernelExpression index, int lane);

    /// <summary>What other lanes do after the first has reached the end of a loop; null where that cannot be told.</summary>
    protected virtual IReadOnlyList<KernelStatement>? Longer(ForStatement loop, KernelExpression start, KernelExpression[] ends) => ends.Distinct().Count() == 1 ? [] : null;

    /// <summary>The statements; null where the lanes do not take the same way.</summary>
    public IReadOnlyList<KernelStatement>? Of(KernelStatement statement)
    {
        IEnumerable<int> lanes = Enumerable.Range(0, Count);
        switch (statement)
        {
            case AssignLocal assignment: return [.. lanes.Select(lane => assignment with { Local = Assigned(assignment.Local, lane), Value = Of(assignment.Value, lane) })];
            case WriteElement write: return [.. Merged([.. lanes.Select(lane => Of(write, lane))])];
            case ForStatement loop:
                counters[loop.Counter] = loop.Counter.Copy();
                KernelExpression[] starts = [.. lanes.Select(lane => Of(loop.Start, lane)).Distinct()], ends = [.. lanes.Select(lane => Of(loop.End, lane))];
                if (starts.Length > 1 || Longer(loop, starts[0], ends) is not { } rest || Of(loop.Body) is not { } body) return null;
                return [new ForStatement(counters[loop.Counter], starts[0], ends[0], loop.Step, body) { Line = loop.Line, Privates = loop.Privates is { Count: 0 } ? loop.Privates : null }, .. rest];
            case IfStatement choice when Count == 1:
                return Of(choice.Then) is { } then && Of(choice.Else) is { } otherwise ? [choice with { Condition = Of(choice.Condition, 0), Then = then, Else = otherwise }] : null;
            default: return null;
        }
    }

    /// <summary>The statements of a block; null where the lanes do not take the same way.</summary>
    public KernelBlock? Of(KernelBlock block)
    {
        IReadOnlyList<KernelStatement>?[] copies = [.. block.Statements.Select(Of)];
        return copies.Contains(null) ? null : new(copies.SelectMany(c => c!).ToEquatableArray());
    }

    private WriteElement Of(WriteElement write, int lane)
    {
        (KernelArray array, KernelExpression index) = Element(write.Array, Of(write.Index, lane), lane);
        return write with { Array = array, Index = index, Value = Of(write.Value, lane) };
    }

    /// <summary>Additions to the same element as one.</summary>
    private static IEnumerable<WriteElement> Merged(WriteElement[] writes)
    {
        WriteElement first = writes[0];
        if (first.Operator is null || writes.Any(w => w.Array != first.Array || w.Index != first.Index)) return writes;
        return [first with { Value = writes.Skip(1).Aggregate(first.Value, (sum, w) => new OperationExpression(Primitives.Add, new([sum, w.Value]), w.Value.Type)) }];
    }

    private KernelExpression Of(KernelExpression expression, int lane)
    {
        switch (expression)
        {
            case LocalExpression { Local: var local }: return counters.TryGetValue(local, out Local? counter) ? new LocalExpression(counter) : Read(local, lane);
            case ElementExpression element:
                (KernelArray array, KernelExpression index) = Element(element.Array, Of(element.Index, lane), lane);
                return new ElementExpression(array, index);
            default: return ExpressionTree.WithOperands(expression, operand => Of(operand, lane));
        }
    }
}
