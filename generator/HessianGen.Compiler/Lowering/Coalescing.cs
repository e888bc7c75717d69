using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>The way out of single assignment: which values share one C# variable.</summary>
/// <remarks>
/// A carried value wants to share with its initial value, its yield and its output, an output of an <c>if</c> with what
/// the branches yield; they do where none is live when another is defined and no two names of the user meet. What
/// cannot share is copied (<see cref="ParallelCopy"/>).
/// </remarks>
internal sealed class Coalescing
{
    private readonly Layout layout;
    private readonly Liveness liveness;
    private readonly List<Point>[] reads;
    private readonly List<Value>[] groups;
    private readonly bool[] isFixed;

    private Coalescing(Layout layout, Liveness liveness)
    {
        (this.layout, this.liveness) = (layout, liveness);
        int count = layout.Function.Values.Count;
        reads = new List<Point>[count];
        groups = new List<Value>[count];
        isFixed = new bool[count];
        for (int i = 0; i < count; i++) (reads[i], groups[i]) = ([], [new(i)]);
        FixUnassignable();
    }

    /// <summary>The values that share a variable with this one, itself among them.</summary>
    public IReadOnlyList<Value> Group(Value value) => groups[value.Id];

    public static Coalescing Run(Layout layout, Liveness liveness)
    {
        Coalescing result = new(layout, liveness);
        foreach (Node node in layout.AllNodes().Where(n => n.IsLive && !n.IsFolded)) result.CollectReads(node);
        foreach (Atom atom in layout.Body.Yields) result.Read(atom, new(layout.Body.End, layout.Body.Region));
        result.Visit(layout.Body);
        return result;
    }

    /// <summary>Parameters and counters are not assigned to.</summary>
    private void FixUnassignable()
    {
        foreach (Parameter parameter in layout.Function.Parameters)
        {
            if (parameter is BufferParameter array) isFixed[array.Length.Id] = true;
            if (parameter is ScalarParameter scalar) isFixed[scalar.Value.Id] = true;
        }

        foreach (Node node in layout.AllNodes())
        {
            if (node.Statement is For loop) isFixed[loop.Counter.Id] = true;
        }
    }

    private void CollectReads(Node node)
    {
        Point here = new(node.Enter, node.Parent.Region);
        if (node.IsChoiceExpression)
        {
            foreach (Value output in node.Statement.Results.Where(liveness.IsLive)) ReadSources(output, here);
            return;
        }

        foreach ((Atom atom, Reader reader) in Readers.Of(node, liveness)) Read(atom, PointOf(reader));
        if (node.Statement is not While loop) return;
        NodeBlock test = node.Blocks[0];
        foreach (Carried carried in loop.Carries) Read(carried.Value, new(test.End, test.Region));
    }

    private static Point PointOf(Reader reader) => reader.Place == ReaderPlace.Bound
        ? new(reader.Node!.Blocks[0].Start, reader.Node.Region!)
        : new(reader.Position, reader.Block.Region);

    /// <summary>Records that the expression printed for an atom is evaluated at a point.</summary>
    private void Read(Atom atom, Point point)
    {
        if (!atom.IsValue) return;
        if (layout.Definer(atom.Value) is { IsFolded: true }) ReadSources(atom.Value, point);
        else reads[atom.Value.Id].Add(point);
    }

    private void ReadSources(Value value, Point point)
    {
        Node node = layout.Definer(value)!;
        foreach (Atom operand in node.Statement.Operands) Read(operand, point);
        if (node.Statement is not If choice) return;
        int index = choice.Outputs.TakeWhile(o => o != value).Count();
        foreach (NodeBlock branch in node.Blocks) Read(branch.Yields[index], point);
    }

    private void Visit(NodeBlock block)
    {
        foreach (Node node in block.Nodes.Where(n => n.IsLive && !n.IsFolded && !n.IsChoiceExpression))
        {
            node.Blocks.ForEach(Visit);
            if (LoopParts.Of(node.Statement) is { } loop) Share(loop);
            if (node.Statement is If choice) Share(choice);
        }

        ShareByName(block);
    }

    /// <summary>The successive values of one variable of the user, where he assigned to it without a loop or a branch.</summary>
    private void ShareByName(NodeBlock block)
    {
        Dictionary<string, Value> latest = [];
        foreach (Value value in block.Nodes.Where(n => n.IsLive && !n.IsFolded).SelectMany(n => n.Statement.Results).Where(liveness.IsLive))
        {
            if (layout.Function.Values[value.Id].Name is not { } name) continue;
            if (latest.TryGetValue(name, out Value earlier)) TryMerge(earlier, value);
            latest[name] = value;
        }
    }

    private void Share(LoopParts loop)
    {
        for (int i = 0; i < loop.Carries.Count; i++)
        {
            if (!liveness.IsCarried(loop.Carries, loop.Outputs, i)) continue;
            Value carried = loop.Carries[i].Value;
            TryMerge(carried, loop.Outputs[i]);
            TryMerge(carried, loop.Body.Yields[i]);
            TryMerge(carried, loop.Carries[i].Initial);
        }
    }

    private void Share(If choice)
    {
        for (int i = 0; i < choice.Outputs.Count; i++)
        {
            if (!liveness.IsLive(choice.Outputs[i])) continue;
            TryMerge(choice.Outputs[i], choice.Then.Yields[i]);
            TryMerge(choice.Outputs[i], choice.Else.Yields[i]);
        }
    }

    private void TryMerge(Value value, Atom other)
    {
        if (!other.IsValue || IsFolded(other.Value)) return;
        List<Value> a = groups[value.Id], b = groups[other.Value.Id];
        if (ReferenceEquals(a, b) || layout.Function.TypeOf(value) != layout.Function.TypeOf(other) || a.Concat(b).Any(v => isFixed[v.Id])) return;
        if (NameOf(a) is { } x && NameOf(b) is { } y && x != y) return;
        if (a.Any(v => b.Any(w => Interfere(v, w)))) return;
        a.AddRange(b);
        foreach (Value moved in b) groups[moved.Id] = a;
    }

    private bool IsFolded(Value value) => layout.Definer(value) is { IsFolded: true };

    private string? NameOf(List<Value> group) => group.Select(v => layout.Function.Values[v.Id].Name).FirstOrDefault(n => n is not null);

    private bool Interfere(Value a, Value b) => IsLiveAfter(a, layout.Definition(b)) || IsLiveAfter(b, layout.Definition(a));

    /// <summary>True where the value exists at the point and is read again, in program order or in a later iteration.</summary>
    private bool IsLiveAfter(Value value, Point point)
    {
        Point definition = layout.Definition(value);
        if (definition.Position > point.Position || !definition.Region.Contains(point.Region)) return false;
        foreach (Point read in reads[value.Id])
        {
            if (Region.ShareLoopInside(definition.Region, point.Region, read.Region)) return true;
            if (read.Position > point.Position && Region.Common(point.Region, read.Region).Kind != RegionKind.Choice) return true;
        }

        return false;
    }
}
