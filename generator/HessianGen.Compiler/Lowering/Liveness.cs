using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Marks the statements and values on which something observable depends: results, writes to the caller's arrays, checks.</summary>
/// <remarks>The optimiser drops dead code too; here it is so that no generated method can hold an unused variable, which is a warning.</remarks>
internal sealed class Liveness
{
    private readonly Layout layout;
    private readonly bool[] values, buffers;
    private readonly ILookup<Ir.Buffer, Node> writers;
    private readonly Stack<Value> pending = new();

    private Liveness(Layout layout)
    {
        this.layout = layout;
        values = new bool[layout.Function.Values.Count];
        buffers = new bool[layout.Function.Buffers.Count];
        writers = layout.AllNodes().Where(n => n.Statement is Store or Accumulate or Alloc).ToLookup(n => n.Writes.First());
    }

    public static Liveness Mark(Layout layout)
    {
        Liveness liveness = new(layout);
        foreach (BufferParameter parameter in layout.Function.Parameters.OfType<BufferParameter>()) liveness.Need(parameter.Buffer);
        foreach (Node node in layout.AllNodes().Where(n => n.Statement is Check)) liveness.Need(node);
        foreach (Atom result in layout.Body.Yields) liveness.Need(result);
        while (liveness.pending.Count > 0) liveness.NeedSourcesOf(liveness.pending.Pop());
        return liveness;
    }

    public bool IsLive(Value value) => values[value.Id];

    /// <summary>True where a loop must keep that carried value, for its body or for its readers after it.</summary>
    public bool IsCarried(EquatableArray<Carried> carries, EquatableArray<Value> outputs, int index) =>
        values[carries[index].Value.Id] || values[outputs[index].Id];

    private void Need(Atom atom)
    {
        if (!atom.IsValue || values[atom.Value.Id]) return;
        values[atom.Value.Id] = true;
        pending.Push(atom.Value);
    }

    private void NeedSourcesOf(Value value)
    {
        if (layout.Definer(value) is not { } node) return;
        Need(node);
        switch (node.Statement)
        {
            case For loop: NeedCarried(loop.Carries, loop.Outputs, loop.Body, value); break;
            case While loop: NeedCarried(loop.Carries, loop.Outputs, loop.Body, value); break;
            case If choice:
                int index = choice.Outputs.TakeWhile(o => o != value).Count();
                Need(choice.Then.Yields[index]);
                Need(choice.Else.Yields[index]);
                break;
        }
    }

    private void NeedCarried(EquatableArray<Carried> carries, EquatableArray<Value> outputs, Block body, Value value)
    {
        for (int i = 0; i < carries.Count; i++)
        {
            if (carries[i].Value != value && outputs[i] != value) continue;
            Need(carries[i].Initial);
            Need(body.Yields[i]);
        }
    }

    private void Need(Node node)
    {
        if (node.IsLive) return;
        node.IsLive = true;
        if (node.Parent.Owner is { } owner) Need(owner);
        switch (node.Statement)
        {
            case For loop: Need(loop.Start); Need(loop.End); break;
            case While loop: Need(loop.Test.Yields[0]); break;
            default:
                foreach (Atom operand in node.Statement.Operands) Need(operand);
                break;
        }

        if (node.Statement is Load load) Need(load.Buffer);
    }

    private void Need(Ir.Buffer buffer)
    {
        if (buffers[buffer.Id]) return;
        buffers[buffer.Id] = true;
        foreach (Node writer in writers[buffer]) Need(writer);
    }
}
