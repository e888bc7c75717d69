using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

/// <summary>Renumbers values and buffers in the order of their definitions and drops what is not defined from the tables.</summary>
/// <remarks>After many passes most ids are dead; the tables are compared and hashed with the function, and dumps should not show history.</remarks>
internal sealed class Compaction : IrRewriter
{
    private readonly Function function;
    private readonly int[] values, buffers;
    private readonly List<ValueInfo> valueTable = [];
    private readonly List<BufferInfo> bufferTable = [];

    private Compaction(Function function)
    {
        this.function = function;
        values = new int[function.Values.Count];
        buffers = new int[function.Buffers.Count];
    }

    /// <summary>The function with dense ids.</summary>
    public static Function Run(Function function)
    {
        Compaction pass = new(function);
        Function result = pass.Rewrite(function);
        bool isSame = ReferenceEquals(result, function) && pass.valueTable.Count == function.Values.Count && pass.bufferTable.Count == function.Buffers.Count;
        return isSame ? function : result with { Values = pass.valueTable.ToEquatableArray(), Buffers = pass.bufferTable.ToEquatableArray() };
    }

    protected override Atom Use(Atom atom) => atom.IsValue ? new Value(values[atom.Value.Id]) : atom;

    protected override Value Define(Value value)
    {
        values[value.Id] = valueTable.Count;
        valueTable.Add(function.Values[value.Id]);
        return new(values[value.Id]);
    }

    protected override Ir.Buffer Rename(Ir.Buffer buffer) => new(buffers[buffer.Id]);

    protected override Ir.Buffer Allocate(Ir.Buffer buffer)
    {
        buffers[buffer.Id] = bufferTable.Count;
        bufferTable.Add(function.Buffers[buffer.Id]);
        return new(buffers[buffer.Id]);
    }
}
