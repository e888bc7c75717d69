using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>
/// A loop in strips of lanes, and what stands around it:
/// <code>
/// full = start + (end - start) / lanes · lanes
/// sumLanes = (sum, 0, 0, ...)
/// for (n = start; n &lt; full; n += lanes) { all lanes }
/// for (next = full; next &lt; end; next += group) { the lanes that are left, masked }
/// sum = Σ sumLanes
/// </code>
/// </summary>
internal sealed class LaneStrips
{
    private const int InlinedCalls = 32, MostStatements = 1000;

    private readonly ForStatement loop;
    private readonly Spread spread;
    private readonly LaneShape shape, one;
    private readonly LaneBuffers buffers;
    private readonly IReadOnlyCollection<ForStatement> rows;
    private readonly ICollection<KernelArray> zeros;
    private readonly Dictionary<ElementExpression, (LanePanel Panel, KernelExpression Place)> found;
    private readonly HashSet<KernelArray> folds;
    private readonly LaneNesting nesting;
    private readonly Local n, rest;
    private readonly LaneHeader header;
    private readonly KernelExpression? areLong;
    private readonly List<KernelStatement> result = [];

    /// <param name="rows">The inner loops that run along a row.</param>
    /// <param name="zeros">Arrays that are all zeros when the loop begins.</param>
    /// <param name="panels">What is read from rows packed before.</param>
    /// <param name="isRow">Whether the loop runs along a row itself.</param>
    /// <param name="nesting">Where the loop stands: rows inside of an outer loop go eight by eight, for the sake of a shorter text.</param>
    public LaneStrips(ForStatement loop, Spread spread, IReadOnlyCollection<ForStatement> rows, Dictionary<ElementExpression, (LanePanel Panel, KernelExpression Place)> panels, LaneBuffers buffers, ICollection<KernelArray> zeros, bool isRow, LaneNesting nesting)
    {
        (this.loop, this.spread, this.rows, found, this.buffers, this.zeros, this.nesting) = (loop, spread, rows, panels, buffers, zeros, nesting);
        shape = new(spread.Element, Groups(isRow));
        one = shape with { Groups = 1 };
        folds = shape.Groups > 1 && rows.Count == 0 ? LaneFolds.Find(loop, spread) : [];
        (n, rest, header) = (loop.Counter.Copy(), loop.Counter.Copy(), new(loop, spread, isRow));
        areLong = nesting == LaneNesting.None ? LaneRows.AreLong(loop, rows, shape) : null;
    }

    /// <summary>The arrays of zeros that the loop stores to whatever they hold.</summary>
    public HashSet<KernelArray> Overwritten { get; } = [];

    public IReadOnlyList<KernelStatement> Statements()
    {
        buffers.Begin(shape, folds);
        KernelExpression bound = Bound();
        (LaneBody many, LaneBody few, IReadOnlyList<LaneTotals> totals) = Bodies();
        KernelStatement main = new ForStatement(n, loop.Start, bound, shape.Lanes, BlockOf(many.Run(loop.Body, null))) { Line = loop.Line, IsLanes = true };
        result.AddRange(many.BeforeNeighbours(loop.Start, bound));
        foreach (Local sum in spread.Sums) Assign(many.SumOf(sum), new LaneFirst(new LocalExpression(sum), shape));
        int place = result.Count;
        result.Add(main);
        result.AddRange(many.AfterNeighbours(loop.Start, bound));

        bool hasRest = !(bound is ConstantExpression && bound == loop.End);
        if (hasRest)
        {
            foreach (Local sum in spread.Sums) Assign(few.SumOf(sum), new LaneGroupSum(new LocalExpression(many.SumOf(sum))));
            result.Add(Rest(few, bound));
        }

        foreach (Local sum in spread.Sums) Assign(sum, new LaneSum(new LocalExpression((hasRest ? few : many).SumOf(sum))));
        result.AddRange(totals.Select(t => t.After));
        result.InsertRange(place, header.Statements());
        return result;
    }

    /// <summary>The end of the full strips; there are none where the rows are shorter than a vector.</summary>
    private KernelExpression Bound()
    {
        KernelExpression bound = Motion.Apply(Primitives.Add, loop.Start, Rounded(Motion.Apply(Primitives.Sub, loop.End, loop.Start)));
        if (areLong is not null and not ConstantExpression) bound = new ChoiceExpression(areLong, bound, loop.Start);
        if (bound is ConstantExpression) return bound;
        Local full = new(ScalarType.I32, null, "full");
        Assign(full, bound);
        return new LocalExpression(full);
    }

    /// <summary>The largest multiple of the lanes that fits.</summary>
    private KernelExpression Rounded(KernelExpression count)
    {
        if (count is ConstantExpression { Constant: var constant }) return Motion.Constant(constant.Integer / shape.Lanes * shape.Lanes);
        KernelExpression strips = new OperationExpression(Primitives.Div, new([count, Motion.Constant(shape.Lanes)]), ScalarType.I32);
        return Motion.Apply(Primitives.Mul, strips, Motion.Constant(shape.Lanes));
    }

    /// <summary>What writes the body for full strips and for the rest, their memory declared.</summary>
    private (LaneBody Many, LaneBody Few, IReadOnlyList<LaneTotals> Totals) Bodies()
    {
        bool hasMemory = nesting != LaneNesting.BesideGrowing;
        Dictionary<ElementExpression, (LanePanel Panel, KernelExpression Place)> panels = hasMemory ? found : [];
        IReadOnlyList<LaneTotals> totals = hasMemory && rows.Count == 0 ? LaneTotals.Find(loop, spread) : [];
        if (nesting == LaneNesting.Loop && panels.Count + totals.Count > 0) result.Add(new EnterWorkspace(new()));
        foreach (LaneTotals total in totals) result.AddRange(total.Before(loop, one));
        Dictionary<LanePanel, KernelArray> packed = panels.Values.Select(p => p.Panel).Distinct().ToDictionary(p => p, p => new KernelArray(p.Array.Element, (p.Array.Preferred ?? "rows") + "Lanes", ArrayStorage.Workspace));
        foreach (KeyValuePair<LanePanel, KernelArray> panel in packed) result.Add(new DeclareArray(panel.Value, Motion.Apply(Primitives.Mul, panel.Key.Count, Motion.Constant(shape.Lanes)), null, false));

        LaneBody many = BodyOf(shape, n), few = BodyOf(one, rest);
        many.Neighbours = [.. LaneNeighbours.Find(loop, spread, zeros).Select(g => g with { IsFresh = g.IsFresh && loop.Start == Motion.Constant(0) && g.First == new LocalExpression(loop.Counter) && many.IsInside(g) }).Where(g => g.IsWorthIt)];
        Overwritten.UnionWith(many.Neighbours.Where(g => g.IsFresh).Select(g => g.Array));
        return (many, few, totals);

        LaneBody BodyOf(LaneShape lanes, Local counter) =>
            new(spread, loop, lanes, counter, buffers, panels, inlines: LaneFunctions.LongCalls(loop.Body.Statements) * shape.Groups <= InlinedCalls) { Packed = packed, Header = header, Rows = rows, AreLong = areLong is not null, Folds = folds, Totals = totals.ToDictionary(t => t.Array) };
    }

    /// <summary>The iterations that are left. The last lanes go back over some that have been made, which are switched off, so that loads stay inside of arrays.</summary>
    private ForStatement Rest(LaneBody few, KernelExpression bound)
    {
        Local next = new(ScalarType.I32, null, "next");
        KernelExpression first = new LocalExpression(rest), latest = new OperationExpression(Primitives.Min, new([new LocalExpression(next), Motion.Apply(Primitives.Sub, loop.End, Motion.Constant(one.Lanes))]), ScalarType.I32);
        KernelExpression lanes = new LaneBits(Motion.Apply(Primitives.Sub, new LocalExpression(next), first), Motion.Apply(Primitives.Sub, loop.End, first), one);
        if (areLong is not null) few.IsWhole = new OperationExpression(Primitives.Ge, new([Motion.Apply(Primitives.Sub, loop.End, new LocalExpression(next)), Motion.Constant(one.Lanes)]), ScalarType.Bool);
        KernelStatement back = new AssignLocal(rest, new OperationExpression(Primitives.Max, new([latest, loop.Start]), ScalarType.I32));
        return new(next, bound, loop.End, one.Lanes, BlockOf(few.Run(loop.Body, lanes).Prepend(back))) { Line = loop.Line, IsLanes = true };
    }

    /// <summary>The vectors for each value: several hide the latency of a sum and share what all lanes have in common. Where lanes wait for the slowest there are fewer of them.</summary>
    private int Groups(bool isRow)
    {
        if (loop.IsOverInstances || rows.Count > 0 && nesting != LaneNesting.None) return 1;
        KernelStatement[] statements = [.. KernelTree.Statements(loop.Body)];
        bool gains = rows.Count > 0 || (isRow ? spread.Sums.Count == 0 : statements.Any(s => s is ForStatement) || spread.Sums.Count > 0 && statements.Length <= 4);
        int limit = isRow || statements.Any(inner => inner is not IfStatement && spread.Diverges(inner)) ? 2 : 4;
        int most = LaneLoops.Trips(loop) is { } trips ? (int)Math.Min(limit, trips / new LaneShape(spread.Element, 1).Lanes) : limit;
        for (int groups = gains ? most : 1; groups > 1; groups /= 2)
        {
            if (groups * statements.Length <= MostStatements) return groups;
        }

        return 1;
    }

    private void Assign(Local local, KernelExpression value) => result.Add(new AssignLocal(local, value) { Line = loop.Line });

    private static KernelBlock BlockOf(IEnumerable<KernelStatement> statements) => new(statements.ToEquatableArray());
}
