using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>What stands before a loop in lanes, so that its iterations need not do it: where rows begin, their checks, numbers that all lanes share.</summary>
/// <remarks>
/// <code>
/// for i { z += x[n·stride + i]·w[i] }      →      row = n·stride;  check x[row .. row + count];  for i { z += x[row + i]·w[i] }
/// </code>
/// </remarks>
/// <param name="isRow">Whether the loop runs along a row: there are as many shared numbers as rows side by side, which stay in registers.</param>
internal sealed class LaneHeader(ForStatement loop, Spread spread, bool isRow)
{
    private readonly IndexForms forms = new(loop);
    private readonly Dictionary<KernelExpression, KernelExpression> rows = [];
    private readonly Dictionary<(Local, LaneShape), Local> splats = [];
    private readonly List<(KernelArray Array, KernelExpression First)> ranges = [];

    // An iteration that throws for reasons of its own must come before a later one that is outside.
    private readonly bool mayCheck = loop.Start == Motion.Constant(0) && !KernelTree.Statements(loop.Body).Any(s => s is CheckStatement);

    /// <summary>Where the range begins to which an index belongs; null for one that only its own iteration can check.</summary>
    /// <param name="index">The index of what every iteration is certain to read or write.</param>
    public KernelExpression? RowOf(KernelArray array, KernelExpression index)
    {
        if (!mayCheck || !IsAlong(index)) return null;
        KernelExpression first = AtStart(index);
        if (!rows.TryGetValue(first, out KernelExpression? row)) rows[first] = row = first is ConstantExpression or LocalExpression ? first : new LocalExpression(new(ScalarType.I32, null, "row"));
        if (!ranges.Contains((array, first))) ranges.Add((array, first));
        return row;
    }

    /// <summary>The vector of a number, which the loop does not change; null where it is made in place.</summary>
    public KernelExpression? SplatOf(Local number, LaneShape lanes)
    {
        if (!isRow) return null;
        if (!splats.TryGetValue((number, lanes), out Local? splat)) splats[(number, lanes)] = splat = new(number.Type, null, (number.Preferred ?? number.Suggested) + "Splat") { Shape = lanes, IsSplat = true };
        return new LocalExpression(splat);
    }

    /// <summary>The statements.</summary>
    public IEnumerable<KernelStatement> Statements()
    {
        IEnumerable<KernelStatement> starts = rows.Where(row => row.Key != row.Value).Select(row => new AssignLocal(((LocalExpression)row.Value).Local, row.Key)), checks = ranges.GroupBy(r => r.Array, r => r.First).SelectMany(Checks);
        IEnumerable<KernelStatement> shared = splats.Select(s => new AssignLocal(s.Value, new LaneSplat(new LocalExpression(s.Key.Item1), s.Key.Item2)));
        return starts.Concat(checks).Concat(shared).Select(s => s with { Line = loop.Line });
    }

    /// <summary>One check for rows at equal distances, else one for each.</summary>
    private IEnumerable<KernelStatement> Checks(IGrouping<KernelArray, KernelExpression> range)
    {
        KernelExpression[] firsts = [.. range];
        Polynomial[] distances = [.. firsts.Skip(1).Zip(firsts, (next, first) => forms.Of(next) - forms.Of(first))];
        bool isEven = distances.Length > 0 && distances.All(d => d.SameAs(distances[0]) && forms.IsFixed(d));
        if (isEven) return [new CheckRows(range.Key, rows[firsts[0]], forms.Expression(distances[0]), firsts.Length, loop.End)];
        return firsts.Select(first => new CheckRows(range.Key, rows[first], Motion.Constant(0), 1, loop.End));
    }

    /// <summary>True for the loop's counter plus what the loop does not change and what can be computed where the loop does not run.</summary>
    private bool IsAlong(KernelExpression index) => spread.MotionOf(index).Stride == Motion.Constant(1) && ExpressionTree.Nodes(index).All(node => node switch
    {
        LocalExpression { Local: var local } => !spread.IsAssigned(local),
        OperationExpression { Primitive: var primitive } => primitive == Primitives.Add || primitive == Primitives.Sub || primitive == Primitives.Mul,
        _ => node is ConstantExpression or LengthExpression,
    });

    private KernelExpression AtStart(KernelExpression index) => index switch
    {
        OperationExpression { Primitive: var primitive, Arguments: var arguments } => Motion.Apply(primitive, AtStart(arguments[0]), AtStart(arguments[1])),
        LocalExpression { Local: var local } when local == loop.Counter => loop.Start,
        _ => index,
    };
}
