using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Finds what is worth packing: elements of a row of each lane that inner loops read again and again. What else is read of such rows comes from there, too.</summary>
internal sealed class LanePanels
{
    private readonly Spread spread;
    private readonly Local counter;
    private readonly IndexForms forms;
    private readonly Stack<ForStatement> path = new();
    private readonly Dictionary<ElementExpression, Reading?> reads = [];

    private LanePanels(ForStatement loop, Spread spread) => (this.spread, counter, forms) = (spread, loop.Counter, new(loop));

    /// <summary>An element at counter · stride + place, its place between two bounds.</summary>
    /// <param name="Runs">Whether it is read at all: whether each loop around has an iteration; null where that is not known before.</param>
    /// <param name="IsReused">Whether a loop around reads it in each of its iterations.</param>
    private sealed record Reading(Polynomial Stride, Polynomial Place, Polynomial Low, Polynomial High, KernelExpression? Runs, bool IsReused)
    {
        /// <summary>True where the other row holds this element, too.</summary>
        public bool IsIn(Reading row) => Stride.SameAs(row.Stride) && (Low - row.Low).AsConstant >= 0 && (row.High - High).AsConstant >= 0;
    }

    /// <summary>Each element that is read from a panel: which, and its place in the row.</summary>
    public static Dictionary<ElementExpression, (LanePanel Panel, KernelExpression Place)> Find(ForStatement loop, Spread spread)
    {
        LanePanels search = new(loop, spread);
        search.Visit(loop.Body);
        return search.Merged();
    }

    private void Visit(KernelBlock block)
    {
        foreach (KernelStatement statement in block.Statements)
        {
            foreach (ElementExpression read in statement.Expressions.SelectMany(Certain).OfType<ElementExpression>()) Visit(read);
            if (statement is not ForStatement loop) continue;
            path.Push(loop);
            Visit(loop.Body);
            path.Pop();
        }
    }

    /// <summary>The parts of an expression that are evaluated whenever it is.</summary>
    private static IEnumerable<KernelExpression> Certain(KernelExpression expression)
    {
        IEnumerable<KernelExpression> operands = expression switch
        {
            ChoiceExpression choice => [choice.Condition],
            ShortCircuitExpression circuit => [circuit.Left],
            _ => expression.Operands,
        };
        return operands.SelectMany(Certain).Prepend(expression);
    }

    private void Visit(ElementExpression read)
    {
        if (spread.IsPrivate(read.Array) || read.Array.Storage == ArrayStorage.Growable || read.Array.Element != spread.Element || spread.MotionOf(read.Index) is not { IsSame: false, IsScattered: false } motion) return;
        if (motion.Stride == Motion.Constant(1) || forms.Of(read.Index).Split(forms.Id(counter)) is not var (stride, place) || stride.IsZero) return;
        bool isReused = path.Any(loop => !place.Contains(forms.Id(loop.Counter)));
        if (path.Count == 0 || !forms.IsFixed(stride) || Range(place) is not var (low, high)) return;
        KernelExpression? runs = Runs();
        bool isOther = reads.TryGetValue(read, out Reading? known) && !(known is not null && known.Low.SameAs(low) && known.High.SameAs(high) && known.Runs == runs);
        reads[read] = isOther ? null : new(stride, place, low, high, runs, isReused || known?.IsReused == true);
    }

    private Dictionary<ElementExpression, (LanePanel, KernelExpression)> Merged()
    {
        Dictionary<ElementExpression, (LanePanel, KernelExpression)> result = [];
        foreach (IGrouping<(KernelArray Array, KernelExpression Runs), Reading> group in reads.Where(r => r.Value?.Runs is not null).GroupBy(r => (r.Key.Array, r.Value!.Runs!), r => r.Value!))
        {
            Reading? all = group.Where(r => r.IsReused).DefaultIfEmpty(null!).Aggregate<Reading?>((x, y) => x is null || y is null || !x.Stride.SameAs(y.Stride) || Least(x.Low, y.Low) is not { } low || Least(-x.High, -y.High) is not { } high
                ? null
                : x with { Low = low, High = -high });
            if (all is null) continue;
            KernelExpression count = forms.Expression(all.High - all.Low + Polynomial.One);
            if (all.Runs is not ConstantExpression) count = new ChoiceExpression(all.Runs!, count, Motion.Constant(0));
            LanePanel panel = new(group.Key.Array, forms.Expression(all.Stride), forms.Expression(all.Low), count);
            foreach (KeyValuePair<ElementExpression, Reading?> read in reads.Where(r => r.Key.Array == panel.Array && r.Value?.IsIn(all) == true && (r.Value.Runs == all.Runs || all.Runs is ConstantExpression)))
            {
                result[read.Key] = (panel, forms.Expression(read.Value!.Place - all.Low));
            }
        }

        return result;
    }

    /// <summary>Whether every loop around has an iteration at all; null where that is not known before the iteration.</summary>
    private KernelExpression? Runs()
    {
        KernelExpression result = new ConstantExpression(Atom.OfBoolean(true));
        foreach (ForStatement loop in path)
        {
            ForStatement[] outer = [.. path.SkipWhile(l => !ReferenceEquals(l, loop)).Skip(1)];
            if (Range(forms, outer, Trips(loop)) is not var (_, trips) || !forms.IsFixed(trips)) return null;
            if (trips.AsConstant > 0) continue;
            KernelExpression runs = new OperationExpression(Primitives.Lt, new([Motion.Constant(0), forms.Expression(trips)]), ScalarType.Bool);
            if (!ExpressionTree.Nodes(result).Contains(runs)) result = result is ConstantExpression ? runs : new ShortCircuitExpression(true, runs, result);
        }

        return result;
    }

    /// <summary>Positive where a loop, or the one that it is a part of, has an iteration: how far it goes.</summary>
    private Polynomial Trips(ForStatement loop)
    {
        if (loop.WholeEnd is { } whole) return forms.Of(whole);
        Polynomial up = forms.Of(loop.End) - forms.Of(loop.Start);
        return loop.Step > 0 ? up : -up;
    }

    /// <summary>The smaller of two that differ by a constant.</summary>
    private static Polynomial? Least(Polynomial x, Polynomial y) => (x - y).AsConstant is not { } difference ? null : difference <= 0 ? x : y;

    /// <summary>The least and the greatest value over the loops around; null where they are not known before the iteration.</summary>
    private (Polynomial Low, Polynomial High)? Range(Polynomial place) => Range(forms, path, place) is var (low, high) && forms.IsFixed(low) && forms.IsFixed(high) ? (low, high) : null;

    /// <summary>The least and the greatest value of an index over loops, the innermost first; null where they are not known.</summary>
    public static (Polynomial Low, Polynomial High)? Range(IndexForms forms, IEnumerable<ForStatement> path, Polynomial place)
    {
        Polynomial low = place, high = place;
        foreach (ForStatement loop in path)
        {
            int id = forms.Id(loop.Counter);
            if (!place.Contains(id) && !low.Contains(id) && !high.Contains(id)) continue;
            if (loop.Step < 1) return null;
            bool isWhole = loop.WholeEnd is not null || (forms.Of(loop.End) - forms.Of(loop.Start)).AsConstant % loop.Step == 0;
            if (!isWhole && loop.Step > 1) return null;
            Polynomial first = loop.WholeEnd is null ? forms.Of(loop.Start) : Polynomial.Zero, last = (loop.WholeEnd is { } whole ? forms.Of(whole) : forms.Bound(loop)) - Polynomial.Constant(loop.Step);
            if (Replaced(low, id, first) is not { } newLow || Replaced(high, id, last) is not { } newHigh) return null;
            (low, high) = (newLow, newHigh);
        }

        return (low, high);
    }

    private static Polynomial? Replaced(Polynomial expression, int variable, Polynomial value) =>
        expression.Split(variable) is var (coefficient, _) && coefficient.HasNonNegativeCoefficients ? expression.Substitute(variable, value) : null;
}
