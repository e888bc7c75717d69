using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Finds the loops whose iterations can run side by side and rewrites them for lanes: the outermost that can and is worth it.</summary>
internal sealed class LaneLoops
{
    private const int LeastTrips = 8, LeastWork = 4096;

    private readonly KernelBlock body;
    private readonly LaneBuffers buffers;
    private readonly bool isGrowing;
    private readonly HashSet<KernelArray> overwritten = [];
    private Dictionary<KernelArray, FillRange> zeros = [];
    private bool found, isRow;
    private int depth;
    private long? around = 1;

    private LaneLoops(KernelBlock body)
    {
        (this.body, buffers) = (body, new(body));
        isGrowing = KernelTree.Statements(body).Any(s => s is DeclareArray { Array.Storage: ArrayStorage.Growable });
    }

    /// <summary>The body with its loops in lanes; null where there is no such loop.</summary>
    public static KernelBlock? Run(KernelBlock body)
    {
        LaneLoops pass = new(body);
        KernelBlock result = pass.Rewrite(body);
        if (!pass.found) return null;
        result = new LaneDeclarations(pass.buffers).Run(result);
        return Run(result) ?? LaneSumTrees.Run(result);
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
            foreach (KernelArray array in KernelTree.Statements(statement).Where(s => !EntryChecks.IsCheck(s)).SelectMany(MethodParts.Used)) zeros.Remove(array);
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
        if (KernelTree.Statements(loop.Body).Any(s => s is ForStatement { IsLanes: true })) return null;
        ForStatement original = loop;
        HashSet<Local> outside = KernelTree.LocalsOutside(body, s => ReferenceEquals(s, original));
        (List<KernelStatement> before, loop, List<KernelStatement> after) = SumLocals.Run(loop with { Body = LockstepLoops.Run(WithoutCopies(loop.Body, loop.Privates!)) }, array => !original.Privates!.Contains(array), (_, _) => false);
        outside.UnionWith(before.OfType<AssignLocal>().Select(sum => sum.Local));
        List<DeclareArray> arrays = [];
        if (depth == 0) loop = LaneJam.Run(loop, outside, arrays);
        foreach (DeclareArray declaration in arrays) buffers.Add(declaration);
        Spread spread = new(loop, outside);
        if (spread.Obstacle is not null) return null;
        Dictionary<ElementExpression, (LanePanel Panel, KernelExpression Place)> panels = LanePanels.Find(loop, spread);
        IReadOnlyCollection<ForStatement> rows = LaneRows.Find(loop, spread, panels);
        if (rows.Count == 0 && !LaneCost.IsWorthIt(loop, spread)) return null;
        found = true;
        LaneStrips strips = new(loop, spread, rows, panels, buffers, zeros.Keys, isRow, depth == 0 ? LaneNesting.None : isGrowing ? LaneNesting.BesideGrowing : LaneNesting.Loop);
        IReadOnlyList<KernelStatement> statements = strips.Statements();
        overwritten.UnionWith(strips.Overwritten);
        return [.. before, .. arrays.Select(a => a with { Extent = NotNegative(a.Extent) }), .. statements, .. after];
    }

    /// <summary>The length of an array with an element for each iteration of a loop, which may have none.</summary>
    private static KernelExpression NotNegative(KernelExpression end) =>
        end is ConstantExpression or LengthExpression ? end : new OperationExpression(Primitives.Max, new([end, Motion.Constant(0)]), ScalarType.I32);

    /// <summary>How often the loop runs, where that is known.</summary>
    public static long? Trips(ForStatement loop) =>
        loop is { Start: ConstantExpression { Constant: var start }, End: ConstantExpression { Constant: var end } } ? Math.Max(0, end.Integer - start.Integer) : null;

    /// <summary>Copies, and fillings of arrays that iterations share, as loops.</summary>
    private KernelBlock WithoutCopies(KernelBlock block, IReadOnlyList<KernelArray> privates) => new(block.Statements.Select(statement => statement switch
    {
        CopyRange copy => Loop(copy, copy.Source.Count ?? copy.Target.Count ?? buffers.ExtentOf(copy.Target.Array), i => new WriteElement(copy.Target.Array, At(copy.Target, i), new ElementExpression(copy.Source.Array, At(copy.Source, i)))),
        FillRange fill when !privates.Contains(fill.Target.Array) => Loop(fill, fill.Target.Count ?? buffers.ExtentOf(fill.Target.Array), i => new WriteElement(fill.Target.Array, At(fill.Target, i), fill.Value)),
        _ => KernelTree.WithBlocks(statement, inner => WithoutCopies(inner, privates)),
    }).ToEquatableArray());

    private static ForStatement Loop(KernelStatement origin, KernelExpression count, Func<KernelExpression, KernelStatement> write)
    {
        Local i = new(ScalarType.I32, null, "i");
        return new(i, Motion.Constant(0), count, 1, BlockOf([write(new LocalExpression(i)) with { Line = origin.Line }])) { Line = origin.Line };
    }

    private static KernelExpression At(KernelRange range, KernelExpression i) => Motion.Apply(Primitives.Add, range.Start ?? Motion.Constant(0), i);

    private static KernelBlock BlockOf(IEnumerable<KernelStatement> statements) => new(statements.ToEquatableArray());
}
