using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

internal sealed partial class LaneBody
{
    /// <summary>The arrays that hold one group of lanes for each element: what all groups add up to.</summary>
    public ISet<KernelArray> Folds { get; set; } = new HashSet<KernelArray>();

    private LaneShape OneGroup => shape with { Groups = 1 };

    /// <summary>The lanes that an element of a private array has.</summary>
    private int LanesOf(KernelArray array) => Folds.Contains(array) ? shape.GroupLanes : shape.Lanes;

    /// <summary>True where all lanes add to what becomes a sum over the lanes, and none of them is off.</summary>
    private bool IsFolded(WriteElement write) => mask is null && shape.Groups > 1 && write.Array.Element == shape.Element && spread.MotionOf(write.Index).IsSame && (Folds.Contains(write.Array) || !spread.IsPrivate(write.Array));

    /// <summary>Adds the groups to an element of one group.</summary>
    private void AddFolded(WriteElement write)
    {
        (KernelExpression? Factor, KernelExpression Value, bool IsNegative)[] terms = Terms(write.Value, write.Operator == Primitives.Sub);
        KernelExpression index = IndexOf(write.Array, write.Index);
        KernelExpression old = Loaded(Renamed(write.Array), index, OneGroup, "old");
        output.Add(new WriteLanes(Renamed(write.Array), index, Motion.Constant(1), Sum(terms, old)!, false, null));
    }

    /// <summary>The terms of a sum over the lanes, each computed: of one group, times what all lanes share, or of all groups.</summary>
    private (KernelExpression? Factor, KernelExpression Value, bool IsNegative)[] Terms(KernelExpression value, bool isNegative) => [.. LaneTerm.Of(value, spread, isNegative).Select(term =>
    {
        if (term.Factor is not null || IsOfOneGroup(term.Value)) return (term.Factor is null ? null : Splat(Scalar(term.Factor), OneGroup), Folded(term.Value), term.IsNegative);
        KernelExpression all = Vector(term.Value);
        return (null, ExpressionTree.Factors(all) is { } factors ? new OperationExpression(Primitives.Mul, factors.Select(factor => Computed(factor, "factor")).ToEquatableArray(), all.Type) : Computed(all, "term"), term.IsNegative);
    })];

    private bool IsOfOneGroup(KernelExpression value) => value is ElementExpression element && Folds.Contains(element.Array) || value is LocalExpression { Local: var local } && spread.IsVarying(local);

    /// <summary>The terms added up, to what there was.</summary>
    private static KernelExpression? Sum(IEnumerable<(KernelExpression? Factor, KernelExpression Value, bool IsNegative)> terms, KernelExpression? initial) => terms.Aggregate(initial, (sum, term) =>
    {
        if (term.Value.Shape!.Groups == 1)
        {
            if (sum is not null && term.Factor is null) return new OperationExpression(term.IsNegative ? Primitives.Sub : Primitives.Add, new([sum, term.Value]), sum.Type);
            KernelExpression value = term.IsNegative ? Negated(term.Value) : term.Value;
            return term.Factor is null ? value : sum is null ? new OperationExpression(Primitives.Mul, new([value, term.Factor]), value.Type) : Fused(value, term.Factor, sum);
        }

        KernelExpression all = !term.IsNegative ? term.Value : ExpressionTree.Factors(term.Value) is { } factors ? new OperationExpression(Primitives.Mul, new([Negated(factors[0]), factors[1]]), term.Value.Type) : Negated(term.Value);
        return new LaneGroupSum(all, sum);
    });

    /// <summary>The groups of a number added up; what has a name is added up once as long as nothing changes it.</summary>
    private KernelExpression Folded(KernelExpression value)
    {
        switch (value)
        {
            case ElementExpression { Array: var array, Index: var index } when Folds.Contains(array): return Loaded(Renamed(array), IndexOf(array, index), OneGroup, ElementName(array));
            case LocalExpression { Local: var local } when spread.IsVarying(local):
                if (known.Select(k => k.Folds.TryGetValue(local, out Local? named) ? named : null).FirstOrDefault(n => n is not null) is { } found) return new LocalExpression(found);
                LocalExpression folded = (LocalExpression)Held(new LaneGroupSum(Vector(value)), (local.Preferred ?? local.Suggested) + "Sum");
                known.Peek().Folds[local] = folded.Local;
                return folded;
            default: return Held(Sum(Terms(value, false), null)!, "sum");
        }
    }

    /// <summary>Before an inner loop: the sums of groups that it would make again in every iteration.</summary>
    private void FoldBefore(KernelStatement loop)
    {
        HashSet<Local> assigned = [.. KernelTree.Statements(loop).OfType<AssignLocal>().Select(a => a.Local)];
        foreach (Local local in assigned) Forget(local);
        IEnumerable<KernelExpression> summed = KernelTree.Statements(loop).OfType<WriteElement>().Where(IsFolded).SelectMany(write => LaneTerm.Summed(write.Value, spread));
        foreach (LocalExpression read in summed.OfType<LocalExpression>().Where(r => spread.IsVarying(r.Local) && seen.Contains(r.Local) && !assigned.Contains(r.Local)).ToArray()) Folded(read);
    }

    /// <summary>A variable that gets another value has another sum.</summary>
    private void Forget(Local local)
    {
        foreach (LaneFacts facts in known) facts.Folds.Remove(local);
    }
}
