using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Proves that a new array is written in full before any of it is read, so that nobody need clear it.</summary>
internal static class Overwriting
{
    /// <summary>True where what follows the allocation stores every element first; false where that is not proven.</summary>
    public static bool ComesFirst(Node allocation, Layout layout)
    {
        Alloc alloc = (Alloc)allocation.Statement;
        HashSet<long> stored = [];
        foreach (Node node in allocation.Parent.Nodes.SkipWhile(n => n != allocation).Skip(1).Where(n => n.IsLive))
        {
            if (!node.Reads.Contains(alloc.Buffer) && !node.Writes.Contains(alloc.Buffer)) continue;
            if (node.Statement is For loop) return stored.Count == 0 && StoresEveryElement(node, loop, alloc.Buffer, IsLength(alloc.Extent, loop.End, layout));
            if (node.Statement is not Store { Index.IsConstant: true } store) return false;
            stored.Add(store.Index.Integer);
            if (alloc.Extent.IsConstant && stored.Count == alloc.Extent.Integer && stored.All(i => i >= 0 && i < stored.Count)) return true;
        }

        return false;
    }

    /// <summary><c>for i in 0..extent { ... buffer[i] = x ... }</c>, where element i is all that the iteration reads, and only after that.</summary>
    private static bool StoresEveryElement(Node node, For loop, Ir.Buffer buffer, bool isWhole)
    {
        if (loop.Step != 1 || !loop.Start.IsInteger(0) || !isWhole) return false;
        bool isStored = false;
        foreach (Node inner in node.Blocks[0].Nodes.Where(n => n.IsLive))
        {
            if (!isStored && inner.Statement is Store store && store.Buffer == buffer && store.Index == (Atom)loop.Counter) isStored = true;
            else if (!isStored && (inner.Reads.Contains(buffer) || inner.Writes.Contains(buffer))) return false;
            else if (!ReadsOnly(inner, buffer, loop.Counter)) return false;
        }

        return isStored;
    }

    /// <summary>True where an array is as long as a loop up to <paramref name="end"/> runs: so long, or max(end, 0).</summary>
    private static bool IsLength(Atom extent, Atom end, Layout layout) =>
        extent == end || extent.IsValue && layout.Definer(extent.Value)?.Statement is Let { Primitive: var primitive } let && primitive == Primitives.Max && let.Arguments.Contains(end) && let.Arguments.Any(a => a.IsInteger(0));

    private static bool ReadsOnly(Node node, Ir.Buffer buffer, Atom index) =>
        node.Statement switch
        {
            Load load => load.Buffer != buffer || load.Index == index,
            Accumulate accumulate => accumulate.Buffer != buffer || accumulate.Index == index,
            _ => node.Blocks.All(b => b.Nodes.All(n => ReadsOnly(n, buffer, index))),
        };
}
