using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Who reads each value; dead statements do not count.</summary>
internal sealed class Readers
{
    private readonly List<Reader>[] readers;

    public Readers(Layout layout, Liveness liveness)
    {
        readers = new List<Reader>[layout.Function.Values.Count];
        for (int i = 0; i < readers.Length; i++) readers[i] = [];
        foreach (Node node in layout.AllNodes().Where(n => n.IsLive))
        {
            foreach ((Atom atom, Reader reader) in Of(node, liveness)) Add(atom, reader);
        }

        foreach (Atom result in layout.Body.Yields) Add(result, new(null, layout.Body, ReaderPlace.Yield));
    }

    public IReadOnlyList<Reader> this[Value value] => readers[value.Id];

    /// <summary>What a statement and the ends of its blocks read, where it matters.</summary>
    public static IEnumerable<(Atom Atom, Reader Reader)> Of(Node node, Liveness liveness) => node.Statement switch
    {
        For loop =>
        [
            (loop.Start, new(node, node.Parent, ReaderPlace.Operand)),
            (loop.End, new(node, node.Parent, ReaderPlace.Bound)),
            .. Carried(loop.Carries, loop.Outputs, node, liveness),
        ],
        While loop =>
        [
            (loop.Test.Yields[0], new(node, node.Blocks[0], ReaderPlace.Test)),
            .. Carried(loop.Carries, loop.Outputs, node, liveness),
        ],
        If choice =>
        [
            (choice.Condition, new(node, node.Parent, ReaderPlace.Operand)),
            .. Enumerable.Range(0, choice.Outputs.Count).Where(i => liveness.IsLive(choice.Outputs[i]))
                .SelectMany(i => node.Blocks.Select(b => (b.Yields[i], new Reader(node, b, ReaderPlace.Yield)))),
        ],
        Alloc alloc => [(alloc.Extent, new(node, node.Parent, ReaderPlace.Extent))],
        _ => node.Statement.Operands.Select(o => (o, new Reader(node, node.Parent, ReaderPlace.Operand))),
    };

    private static IEnumerable<(Atom, Reader)> Carried(EquatableArray<Carried> carries, EquatableArray<Value> outputs, Node node, Liveness liveness)
    {
        NodeBlock body = node.Blocks[node.Blocks.Count - 1];
        for (int i = 0; i < carries.Count; i++)
        {
            if (!liveness.IsCarried(carries, outputs, i)) continue;
            yield return (carries[i].Initial, new(node, node.Parent, ReaderPlace.Initial));
            yield return (body.Yields[i], new(node, body, ReaderPlace.Yield));
        }
    }

    private void Add(Atom atom, Reader reader)
    {
        if (atom.IsValue) readers[atom.Value.Id].Add(reader);
    }
}
