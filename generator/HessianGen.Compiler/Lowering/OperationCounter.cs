using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Adds up the <see cref="OperationCount"/> of a function, statement by statement.</summary>
internal sealed class OperationCounter(Layout layout, WorkspacePlan workspace)
{
    private readonly Dictionary<Value, string> parameters = layout.Function.Parameters.ToDictionary(
        p => p is BufferParameter array ? array.Length : ((ScalarParameter)p).Value,
        p => p is BufferParameter array ? p.Name + (array.Layout == InstanceLayout.Rows ? "Length" : ".Length") : p.Name);

    private bool isBound, hasUnknownTrips;

    public OperationCount Count()
    {
        Work work = Count(layout.Body);
        Formula bytes = Formula.Zero;
        foreach (Node node in layout.AllNodes().Where(n => n.IsLive && n.Statement is Alloc)) bytes += Bytes(workspace[node], (Alloc)node.Statement);
        return new(work.Flops, work.Transcendentals, bytes, isBound, hasUnknownTrips);
    }

    private Work Count(NodeBlock block)
    {
        long flops = 0, transcendentals = 0;
        Work nested = new(Formula.Zero, Formula.Zero);
        foreach (Node node in block.Nodes.Where(n => n.IsLive))
        {
            Cost cost = CostOf(node.Statement);
            flops += cost is Cost.Flop or Cost.Division ? 1 : 0;
            transcendentals += cost == Cost.Transcendental ? 1 : 0;
            if (node.Blocks.Count > 0) nested += CountNested(node);
        }

        return nested + new Work(Formula.Constant(flops), Formula.Constant(transcendentals));
    }

    private Cost CostOf(Statement statement) => statement switch
    {
        Let let when layout.Function.TypeOf(let.Result).IsFloat() => let.Primitive.Cost,
        Accumulate sum when layout.Function.Buffers[sum.Buffer.Id].Element.IsFloat() => Cost.Flop,
        _ => Cost.Free,
    };

    private Work CountNested(Node node) => node.Statement switch
    {
        For loop => Count(node.Blocks[0]).Times(Trips(loop)),
        While => (Count(node.Blocks[0]) + Count(node.Blocks[1])).Times(UnknownTrips()),
        _ => CountChoice(Count(node.Blocks[0]), Count(node.Blocks[1])),
    };

    private Work CountChoice(Work then, Work otherwise)
    {
        isBound |= !then.Equals(otherwise);
        return new(Formula.Larger(then.Flops, otherwise.Flops), Formula.Larger(then.Transcendentals, otherwise.Transcendentals));
    }

    /// <summary>The number of iterations; a counter of an outer loop counts with its largest value.</summary>
    private Formula Trips(For loop)
    {
        Atom low = loop.Step > 0 ? loop.Start : loop.End, high = loop.Step > 0 ? loop.End : loop.Start;
        if (Size(high, isUpper: true) is not { } upper || Size(low, isUpper: false) is not { } lower) return UnknownTrips();
        Formula distance = upper - lower;
        long stride = Math.Abs(loop.Step);
        if (stride == 1) return distance;
        isBound = true;
        return distance.Value is { } value ? Formula.Constant((value + stride - 1) / stride) : distance;
    }

    private Formula UnknownTrips()
    {
        hasUnknownTrips = true;
        return Formula.Size("trips");
    }

    /// <summary>The integer as a formula in parameters; null where it is none.</summary>
    private Formula? Size(Atom atom, bool isUpper)
    {
        if (atom.IsConstant) return Formula.Constant(atom.Integer);
        if (NameOf(atom.Value) is { } name) return Formula.Size(name);
        switch (layout.Definer(atom.Value)?.Statement)
        {
            case For loop when loop.Counter == atom.Value:
                isBound = true;
                Atom limit = isUpper == loop.Step > 0 ? loop.End : loop.Start;
                return Difference(Size(limit, isUpper), Formula.Constant(isUpper && loop.Step > 0 ? 1 : 0));
            case Let let when let.Primitive == Primitives.Add: return Sum(Size(let.Arguments[0], isUpper), Size(let.Arguments[1], isUpper));
            case Let let when let.Primitive == Primitives.Sub: return Difference(Size(let.Arguments[0], isUpper), Size(let.Arguments[1], !isUpper));
            case Let let when let.Primitive == Primitives.Max && let.Arguments.Any(a => a.IsConstant && a.Integer <= 0):
                return Size(let.Arguments.First(a => !a.IsConstant || a.Integer > 0), isUpper);
            case Let let when let.Primitive == Primitives.Mul: return Product(Size(let.Arguments[0], isUpper), Size(let.Arguments[1], isUpper));
            default: return null;
        }
    }

    /// <summary>The name of a parameter, or the user's for what is computed once.</summary>
    private string? NameOf(Value value)
    {
        if (parameters.TryGetValue(value, out string? name)) return name;
        return layout.Definer(value)?.Statement is Let or Load && layout.Definition(value).Region == layout.Body.Region ? layout.Function.Values[value.Id].Name : null;
    }

    private static Formula? Sum(Formula? a, Formula? b) => a is null || b is null ? null : a + b;

    private static Formula? Difference(Formula? a, Formula? b) => a is null || b is null ? null : a - b;

    private static Formula? Product(Formula? a, Formula? b) => a is null || b is null ? null : a * b;

    private Formula Bytes(ArrayPlacement placement, Alloc alloc)
    {
        if (placement.Array.Storage == ArrayStorage.Stack) return Formula.Zero;
        Formula extent = placement.Array.Storage == ArrayStorage.Growable ? UnknownTrips() : Size(alloc.Extent, isUpper: true) ?? UnknownTrips();
        return extent * Formula.Constant(WorkspacePlan.BytesOf(placement.Array.Element));
    }

    private sealed record Work(Formula Flops, Formula Transcendentals)
    {
        public static Work operator +(Work a, Work b) => new(a.Flops + b.Flops, a.Transcendentals + b.Transcendentals);

        public Work Times(Formula trips) => new(Flops * trips, Transcendentals * trips);
    }
}
