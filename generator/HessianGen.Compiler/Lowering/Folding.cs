using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Decides which values are printed inside the expression of their only reader, so that the text reads as a person wrote it.</summary>
/// <remarks>
/// <code>
/// %1 = @w[%i]   %2 = @x[%i]   %3 = mul %1 %2   %4.sum = add %0.sum %3      →      sum += w[i] * x[i];
/// </code>
/// Only what has no name is folded, within one block, up to <see cref="LargestTree"/> operations. A load does not pass a
/// write to its buffer or a check. The tree is the IR's own, so no operation of floating point changes its order.
/// </remarks>
internal sealed class Folding
{
    private const int LargestTree = 12, LargestChoice = 6;

    private readonly Layout layout;
    private readonly Liveness liveness;
    private readonly Readers readers;
    private readonly Dictionary<Node, Root> roots = [];

    private Folding(Layout layout, Liveness liveness, Readers readers) => (this.layout, this.liveness, this.readers) = (layout, liveness, readers);

    public static void Run(Layout layout, Liveness liveness, Readers readers) => new Folding(layout, liveness, readers).Fold(layout.Body, null);

    /// <summary>Readers before what they read, so that a whole tree knows the statement that it ends up in.</summary>
    /// <param name="yields">The expression that the block's yields become, where the block is to vanish in one.</param>
    private void Fold(NodeBlock block, Root? yields)
    {
        for (int i = block.Nodes.Count - 1; i >= 0; i--)
        {
            Node node = block.Nodes[i];
            if (!node.IsLive) continue;
            if (node.Statement is not If || !TryMakeChoice(node)) node.Blocks.ForEach(b => Fold(b, null));
            if (node.Statement is Let or Load || node.IsChoiceExpression) TryFold(node, i, yields);
        }
    }

    private void TryFold(Node node, int index, Root? yields)
    {
        Value result = node.Statement.Results.First(liveness.IsLive);
        if (readers[result].Count != 1 || SinesAndCosines.IsOfPair(node)) return;
        Reader reader = readers[result][0];
        if (layout.Function.Values[result.Id].Name is { } name && !(yields is not null && IsOutputNamed(reader, result, name))) return;
        if (!ReferenceEquals(reader.Block, node.Parent) || RootOf(reader, node, yields) is not { } root) return;
        int size = 1 + (roots.TryGetValue(node, out Root? own) ? own.Size : 0);
        if (root.Size + size > LargestTree || IsBlocked(node, index, root)) return;
        root.Size += size;
        node.IsFolded = true;
        roots[node] = root;
    }

    /// <summary>True for what a branch hands on under the name that it keeps after the choice.</summary>
    private bool IsOutputNamed(Reader reader, Value result, string name)
    {
        if (reader.Place != ReaderPlace.Yield || reader.Node?.Statement is not If choice) return false;
        int index = reader.Block.Yields.TakeWhile(y => y != (Atom)result).Count();
        return layout.Function.Values[choice.Outputs[index].Id].Name == name;
    }

    /// <summary>The tree that would take the value in; null where the reader takes none.</summary>
    private Root? RootOf(Reader reader, Node node, Root? yields) => reader.Place switch
    {
        ReaderPlace.Operand or ReaderPlace.Initial => RootOf(reader.Node!),
        ReaderPlace.Bound => node.Statement is Let ? new(reader.Position) { IsClosed = true } : null,
        ReaderPlace.Extent => ReferenceEquals(reader.Block, layout.Body) ? RootOf(reader.Node!) : null,
        ReaderPlace.Test => new(reader.Position),
        _ when yields is not null => new(reader.Position, yields),
        _ => reader.Node is null || IsUpdateThatMustWait(reader, node) ? new(reader.Position) : null,
    };

    private Root? RootOf(Node reader)
    {
        if (!roots.TryGetValue(reader, out Root? root)) roots.Add(reader, root = new(reader.Enter));
        return root.IsClosed ? null : root;
    }

    /// <summary>True where a carried value is still read after its update has been computed: the update moves to the end of the iteration.</summary>
    private bool IsUpdateThatMustWait(Reader reader, Node update)
    {
        if (reader.Node is null || LoopParts.Of(reader.Node.Statement) is not { } loop) return false;
        Value result = update.Statement.Results.First(liveness.IsLive);
        int index = loop.Body.Yields.TakeWhile(y => y != (Atom)result).Count();
        return readers[loop.Carries[index].Value].Any(r => r.Position > update.Enter);
    }

    private bool IsBlocked(Node node, int index, Root root)
    {
        List<Node> nodes = node.Parent.Nodes;
        for (int i = index + 1; i < nodes.Count && nodes[i].Enter < root.Position; i++)
        {
            if (nodes[i].IsFolded || !nodes[i].IsLive || node.Reads.Count == 0) continue;
            if (nodes[i].HasCheck || nodes[i].Writes.Any(w => node.Reads.Any(r => layout.MayAlias(w, r)))) return true;
        }

        return node.Statement.Operands.Any(o => UpdateOf(o) is { } update && update > node.Enter && update < root.Position);
    }

    /// <summary>Where the next value of a carried value is computed: reading the old one later would cost a copy.</summary>
    private int? UpdateOf(Atom atom)
    {
        if (!atom.IsValue || layout.Definer(atom.Value) is not { } node || LoopParts.Of(node.Statement) is not { } loop) return null;
        int index = loop.Carries.TakeWhile(c => c.Value != atom.Value).Count();
        if (index == loop.Carries.Count || !loop.Body.Yields[index].IsValue) return null;
        return layout.Definer(loop.Body.Yields[index].Value)?.Enter;
    }

    /// <summary>
    /// <code>
    /// %1 = if %c { %2 = log %x  yields %2 } else { yields 0 }      →      c ? Log(x) : 0
    /// </code>
    /// where each branch is one expression and the choice is not an update of a variable that one branch leaves alone.
    /// </summary>
    private bool TryMakeChoice(Node node)
    {
        If choice = (If)node.Statement;
        int[] outputs = [.. Enumerable.Range(0, choice.Outputs.Count).Where(i => liveness.IsLive(choice.Outputs[i]))];
        if (outputs.Length != 1 || node.Blocks.Any(b => IsSameVariable(node, choice.Outputs[outputs[0]], b.Yields[outputs[0]]))) return false;
        if (node.Blocks.Any(b => b.Nodes.Count(n => n.IsLive) > LargestChoice)) return false;
        Root root = new(node.Enter);
        node.Blocks.ForEach(b => Fold(b, root));
        node.IsChoiceExpression = root.Size <= LargestChoice && node.Blocks.All(b => b.Nodes.All(n => !n.IsLive || n.IsFolded));
        if (node.IsChoiceExpression) roots[node] = root;
        else node.Blocks.ForEach(Unfold);
        return node.IsChoiceExpression;
    }

    /// <summary>True where a branch hands back what the variable held before.</summary>
    private bool IsSameVariable(Node node, Value output, Atom yielded) =>
        yielded.IsValue && layout.Definition(yielded.Value).Position < node.Enter
        && layout.Function.Values[output.Id].Name is { } name && layout.Function.Values[yielded.Value.Id].Name == name;

    private void Unfold(NodeBlock block)
    {
        foreach (Node node in block.Nodes)
        {
            node.IsFolded = node.IsChoiceExpression = false;
            roots.Remove(node);
            node.Blocks.ForEach(Unfold);
        }
    }

    /// <summary>An expression under construction, and the position at which it will be evaluated.</summary>
    private sealed class Root(int position, Root? sizes = null)
    {
        private int size;

        public int Position { get; } = position;

        /// <summary>True where nothing may be folded into it any more.</summary>
        public bool IsClosed { get; init; }

        public int Size
        {
            get => sizes?.Size ?? size;
            set
            {
                if (sizes is null) size = value;
                else sizes.Size = value;
            }
        }
    }
}
