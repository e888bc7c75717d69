using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Finds the loops whose iterations can run side by side and rewrites them for lanes: the outermost that can and is worth it.</summary>
internal sealed class LaneLoops
{
    private const int LeastTrips = 8, LeastWork = 4096, InlinedCalls = 32, Statements = 250;

    private readonly KernelBlock body;
    private readonly LaneBuffers buffers;
    private readonly bool contracts;
    private readonly HashSet<KernelArray> overwritten = [];
    private Dictionary<KernelArray, FillRange> zeros = [];
    private bool found, isRow;
    private int depth;
    private long? around = 1;

    private LaneLoops(KernelBlock body, bool contracts) => (this.body, this.contracts, buffers) = (body, contracts, new(body));

    /// <summary>The body with its loops in lanes; null where there is no such loop.</summary>
    /// <param name="contracts">Whether a product and a sum may become one operation.</param>
    public static KernelBlock? Run(KernelBlock body, bool contracts)
    {
        LaneLoops pass = new(body, contracts);
        KernelBlock result = pass.Rewrite(body);
        if (!pass.found) return null;
        result = new LaneDeclarations(pass.buffers).Run(result);
        return Run(result, contracts) ?? result;
    }

    private KernelBlock Rewrite(KernelBlock block)
    {
        Dictionary<KernelArray, FillRange> outer = zeros;
        zeros = [];
        List<KernelStatement> result = [];
        foreach (KernelStatement statement in block.Statements)
        {
            result.AddRange(Rewrite(statement));

            // A loop that stores to every element of an array of zeros needs no zeros.
            foreach (KernelArray array in overwritten) result.RemoveAll(s => ReferenceEquals(s, zeros[array]));
            overwritten.Clear();
            foreach (KernelArray array in KernelTree.Statements(new(new[] { statement }.ToEquatableArray())).Where(s => s is not (RequireLength or RequireNoOverlap)).SelectMany(MethodParts.Used)) zeros.Remove(array);
            if (statement is FillRange { Target: { Start: null, Array: var cleared }, Value: ConstantExpression { Constant: var c } } fill && c == Atom.Zero(c.ConstantType)) zeros[cleared] = fill;
        }

        zeros = outer;
        return new(result.ToEquatableArray());
    }

    private IEnumerable<KernelStatement> Rewrite(KernelStatement statement)
    {
        switch (statement)
        {
            case ForStatement { IsLanes: true } loop:
                isRow = true;
                loop = loop with { Body = Repeated(loop.Body, null) };
                isRow = false;
                return [loop];
            case ForStatement loop: return Widened(loop) ?? [loop with { Body = Repeated(loop.Body, Trips(loop)) }];
            case WhileStatement loop: return [loop with { Body = Repeated(loop.Body, null) }];
            case IfStatement choice: return [choice with { Then = Rewrite(choice.Then), Else = Rewrite(choice.Else) }];
            default: return [statement];
        }
    }

    private KernelBlock Repeated(KernelBlock block, long? trips)
    {
        long? outer = around;
        around *= trips;
        depth++;
        KernelBlock result = Rewrite(block);
        depth--;
        around = outer;
        return result;
    }

    /// <summary>How often the innermost statement of a loop runs in one call of the method; null where that is not known.</summary>
    private static long? Work(ForStatement loop, long? around)
    {
        long? own = around * Trips(loop);
        return KernelTree.Statements(loop.Body).Any(s => s is WhileStatement) ? null
            : loop.Body.Statements.SelectMany(s => s.Blocks.SelectMany(b => b.Statements).Prepend(s)).OfType<ForStatement>().Select(inner => Work(inner, own)).Append(own).Aggregate((x, y) => x is null || y is null ? null : Math.Max(x.Value, y.Value));
    }

    private List<KernelStatement>? Widened(ForStatement loop)
    {
        if (loop.Privates is null || loop.Step != 1 || loop.Counter.Type != ScalarType.I32 || Trips(loop) < LeastTrips || Work(loop, around) < LeastWork) return null;
        HashSet<Local> outside = [];
        Occurrences(body, loop, outside);
        (List<KernelStatement> before, loop, List<KernelStatement> after) = SumLocals.Run(loop with { Body = WithoutCopies(loop.Body, loop.Privates!) });
        outside.UnionWith(before.OfType<AssignLocal>().Select(sum => sum.Local));
        List<DeclareArray> arrays = [];
        if (depth == 0) loop = LaneJam.Run(loop, outside, arrays);
        foreach (DeclareArray declaration in arrays) buffers.Add(declaration);
        Spread spread = new(loop, outside);
        if (spread.Obstacle is not null) return null;
        IReadOnlyCollection<ForStatement> rows = LaneRows.Find(loop, spread);
        if (rows.Count == 0 && !LaneCost.IsWorthIt(loop, spread)) return null;
        found = true;
        return [.. before, .. arrays, .. Widened(loop, spread, rows), .. after];
    }

    /// <summary>
    /// <code>
    /// sumLanes = (sum, 0, 0, ...)
    /// for (n = start; n &lt; full; n += lanes) { all lanes }
    /// for (n = full; n &lt; end; n += group) { the lanes that are left }
    /// sum = Σ sumLanes
    /// </code>
    /// </summary>
    private List<KernelStatement> Widened(ForStatement loop, Spread spread, IReadOnlyCollection<ForStatement> rows)
    {
        LaneShape shape = new(spread.Element, rows.Count > 0 || isRow ? 1 : Groups(loop, spread)), one = shape with { Groups = 1 };
        buffers.Begin(shape);
        List<KernelStatement> result = [];
        Local full = new(ScalarType.I32, null, "full"), n = Counter(loop), rest = Counter(loop);
        KernelExpression count = Motion.Apply(Primitives.Sub, loop.End, loop.Start), whole = Rounded(count, shape.Lanes);
        KernelExpression bound = Motion.Apply(Primitives.Add, loop.Start, whole);
        if (bound is not ConstantExpression)
        {
            result.Add(new AssignLocal(full, bound) { Line = loop.Line });
            bound = new LocalExpression(full);
        }

        // Inside of a loop the rows are given back after each iteration, which an array that grows would not survive.
        bool growing = KernelTree.Statements(body).Any(s => s is DeclareArray { Array.Storage: ArrayStorage.Growable });
        var panels = depth > 0 && growing ? [] : LanePanels.Find(loop, spread);
        IReadOnlyList<LaneTotals> totals = depth > 0 && growing || rows.Count > 0 ? [] : LaneTotals.Find(loop, spread);
        if (depth > 0 && panels.Count + totals.Count > 0) result.Add(new EnterWorkspace(new()));
        foreach (LaneTotals total in totals) result.AddRange(total.Before(loop, one));
        bool inlines = Calls(loop) * shape.Groups <= InlinedCalls;
        LaneBody many = new(spread, loop, shape, n, buffers, panels, contracts, inlines), few = new(spread, loop, one, rest, buffers, panels, contracts, inlines);
        Dictionary<LanePanel, KernelArray> packed = panels.Values.Select(p => p.Panel).Distinct().ToDictionary(p => p, p => new KernelArray(p.Array.Element, (p.Array.Preferred ?? "rows") + "Lanes", ArrayStorage.Workspace));
        foreach (KeyValuePair<LanePanel, KernelArray> panel in packed) result.Add(new DeclareArray(panel.Value, Motion.Apply(Primitives.Mul, panel.Key.Count, Motion.Constant(shape.Lanes)), null, false));
        many.Packed = few.Packed = packed;
        many.Rows = few.Rows = rows;
        many.Totals = few.Totals = totals.ToDictionary(t => t.Array);
        many.Neighbours = [.. LaneNeighbours.Find(loop, spread, zeros.Keys).Select(g => g with { IsFresh = g.IsFresh && loop.Start == Motion.Constant(0) && g.First == new LocalExpression(loop.Counter) && many.IsInside(g) })];
        foreach (LaneNeighbours group in many.Neighbours.Where(g => g.IsFresh)) overwritten.Add(group.Array);
        KernelStatement main = new ForStatement(n, loop.Start, bound, shape.Lanes, BlockOf(many.Run(loop.Body, null))) { Line = loop.Line, IsLanes = true };
        result.AddRange(many.BeforeNeighbours(loop.Start, bound));
        foreach (Local sum in spread.Sums) result.Add(new AssignLocal(many.SumOf(sum), new LaneFirst(new LocalExpression(sum), shape)) { Line = loop.Line });
        result.AddRange(new[] { main }.Concat(many.AfterNeighbours(loop.Start, bound)));
        bool hasRest = !(bound is ConstantExpression && bound == loop.End);
        foreach (Local sum in spread.Sums.Where(_ => hasRest)) result.Add(new AssignLocal(few.SumOf(sum), new LaneGroupSum(new LocalExpression(many.SumOf(sum)))) { Line = loop.Line });
        if (hasRest)
        {
            // The last lanes go back over iterations that have been made, which are switched off, so that loads stay inside of arrays.
            Local next = new(ScalarType.I32, null, "next");
            KernelExpression last = Motion.Apply(Primitives.Sub, loop.End, Motion.Constant(one.Lanes)), first = new LocalExpression(rest);
            KernelExpression back = new OperationExpression(Primitives.Max, new([new OperationExpression(Primitives.Min, new([new LocalExpression(next), last]), ScalarType.I32), loop.Start]), ScalarType.I32);
            KernelExpression lanes = new LaneBits(Motion.Apply(Primitives.Sub, new LocalExpression(next), first), Motion.Apply(Primitives.Sub, loop.End, first), one);
            IEnumerable<KernelStatement> statements = few.Run(loop.Body, lanes).Prepend(new AssignLocal(rest, back));
            result.Add(new ForStatement(next, bound, loop.End, one.Lanes, BlockOf(statements)) { Line = loop.Line, IsLanes = true });
        }

        foreach (Local sum in spread.Sums) result.Add(new AssignLocal(sum, new LaneSum(new LocalExpression((hasRest ? few : many).SumOf(sum)))) { Line = loop.Line });
        result.AddRange(totals.Select(t => t.After));
        return result;
    }

    /// <summary>The vectors for each value: several hide the latency of a sum and share what all lanes have in common.</summary>
    private static int Groups(ForStatement loop, Spread spread)
    {
        KernelStatement[] statements = [.. KernelTree.Statements(loop.Body)];
        bool hasLoops = statements.Any(s => s is ForStatement);
        int most = Trips(loop) is { } trips ? (int)Math.Min(4, trips / (spread.Element == ScalarType.F32 ? 16 : 8)) : 4;
        for (int groups = hasLoops || spread.Sums.Count > 0 && statements.Length <= 4 ? Math.Min(4, most) : 1; groups > 1; groups /= 2)
        {
            if (groups * statements.Length <= 4 * Statements) return groups;
        }

        return 1;
    }

    /// <summary>The calls of long functions in a loop.</summary>
    private static int Calls(ForStatement loop) =>
        KernelTree.Statements(loop.Body).SelectMany(KernelTree.Nodes).Count(n => n is OperationExpression operation && LaneFunctions.IsLong(operation.Primitive));

    /// <summary>How often the loop runs, where that is known.</summary>
    public static long? Trips(ForStatement loop) =>
        loop is { Start: ConstantExpression { Constant: var start }, End: ConstantExpression { Constant: var end } } ? Math.Max(0, end.Integer - start.Integer) : null;

    /// <summary>The largest multiple that fits.</summary>
    private static KernelExpression Rounded(KernelExpression count, int lanes)
    {
        if (count is ConstantExpression { Constant: var constant }) return Motion.Constant(constant.Integer / lanes * lanes);
        KernelExpression strips = new OperationExpression(Primitives.Div, new([count, Motion.Constant(lanes)]), ScalarType.I32);
        return Motion.Apply(Primitives.Mul, strips, Motion.Constant(lanes));
    }

    /// <summary>Copies, and fillings of arrays that iterations share, as loops.</summary>
    private KernelBlock WithoutCopies(KernelBlock block, IReadOnlyList<KernelArray> privates) => new(block.Statements.Select(statement => statement switch
    {
        CopyRange copy => Loop(copy, copy.Source.Count ?? buffers.ExtentOf(copy.Target.Array), i => new WriteElement(copy.Target.Array, At(copy.Target, i), new ElementExpression(copy.Source.Array, At(copy.Source, i)))),
        FillRange fill when !privates.Contains(fill.Target.Array) => Loop(fill, fill.Target.Count ?? buffers.ExtentOf(fill.Target.Array), i => new WriteElement(fill.Target.Array, At(fill.Target, i), fill.Value)),
        ForStatement loop => loop with { Body = WithoutCopies(loop.Body, privates) },
        WhileStatement loop => loop with { Body = WithoutCopies(loop.Body, privates) },
        IfStatement choice => choice with { Then = WithoutCopies(choice.Then, privates), Else = WithoutCopies(choice.Else, privates) },
        _ => statement,
    }).ToEquatableArray());

    private static ForStatement Loop(KernelStatement origin, KernelExpression count, Func<KernelExpression, KernelStatement> write)
    {
        Local i = new(ScalarType.I32, null, "i");
        return new(i, Motion.Constant(0), count, 1, BlockOf([write(new LocalExpression(i)) with { Line = origin.Line }])) { Line = origin.Line };
    }

    private static KernelExpression At(KernelRange range, KernelExpression i) => Motion.Apply(Primitives.Add, range.Start ?? Motion.Constant(0), i);

    private static Local Counter(ForStatement loop) => new(loop.Counter.Type, loop.Counter.Preferred, loop.Counter.Suggested);

    private static void Occurrences(KernelBlock block, ForStatement except, HashSet<Local> locals)
    {
        foreach (KernelStatement statement in block.Statements.Where(s => !ReferenceEquals(s, except)))
        {
            locals.UnionWith(KernelTree.Locals(statement));
            foreach (KernelBlock inner in statement.Blocks) Occurrences(inner, except, locals);
        }
    }

    private static KernelBlock BlockOf(IEnumerable<KernelStatement> statements) => new(statements.ToEquatableArray());
}
