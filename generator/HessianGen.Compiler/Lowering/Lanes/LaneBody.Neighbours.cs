using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

internal sealed partial class LaneBody
{
    private readonly Dictionary<LaneNeighbours, List<(KernelExpression Value, int Distance)>> pending = [];
    private readonly List<(LaneNeighbours Group, Local Carry, int Distance)> carries = [];

    /// <summary>The additions to neighbouring elements.</summary>
    public IReadOnlyList<LaneNeighbours> Neighbours { get; set; } = [];

    /// <summary>True where the bounds of the loop keep the elements inside of the array.</summary>
    public bool IsInside(LaneNeighbours group) => IsInside(group.Writes.First(w => w.Distance == 0).Write.Index, buffers.ExtentOf(group.Array));

    /// <summary>What the loop begins with: zeros behind what it stores, and nothing from an iteration before.</summary>
    public IEnumerable<KernelStatement> BeforeNeighbours(KernelExpression start, KernelExpression next)
    {
        foreach (LaneNeighbours group in Neighbours.Where(n => n.IsFresh))
        {
            KernelExpression end = new OperationExpression(Primitives.Max, new([next, start]), ScalarType.I32);
            yield return Clear(group.Array, end, Motion.Apply(Primitives.Sub, new LengthExpression(group.Array), end));
        }

        foreach (KernelStatement carry in Carries) yield return carry;
    }

    private static FillRange Clear(KernelArray array, KernelExpression start, KernelExpression count) => new(new(array, start, count), new ConstantExpression(Atom.Zero(array.Element)));

    private IEnumerable<KernelStatement> Carries => carries.Select(c => new AssignLocal(c.Carry, new LaneSplat(new ConstantExpression(Atom.Zero(shape.Element)), c.Carry.Shape!)));

    /// <summary>Adds what the last iteration has for the elements behind its own.</summary>
    /// <param name="next">The iteration that would follow.</param>
    public IEnumerable<KernelStatement> AfterNeighbours(KernelExpression start, KernelExpression next)
    {
        if (carries.Count == 0) yield break;
        List<KernelStatement> writes = [];
        foreach ((LaneNeighbours group, Local carry, int distance) in carries)
        {
            KernelExpression first = Substituted(group.First, next);
            for (int k = 0; k < distance; k++)
            {
                KernelExpression value = new LaneAt(new LocalExpression(carry), carry.Shape!.Lanes - distance + k);
                writes.Add(new WriteElement(group.Array, Motion.Apply(Primitives.Add, first, Motion.Constant(k)), value, Primitives.Add));
            }
        }

        yield return new IfStatement(new OperationExpression(Primitives.Lt, new([start, next]), ScalarType.Bool), BlockOf(writes), KernelBlock.Empty);
    }

    private bool TryAddNeighbour(WriteElement write)
    {
        if (Neighbours.FirstOrDefault(n => n.Writes.Any(w => ReferenceEquals(w.Write, write))) is not { } group) return false;
        int distance = group.Writes.First(w => ReferenceEquals(w.Write, write)).Distance;
        if (!pending.TryGetValue(group, out List<(KernelExpression Value, int Distance)>? values)) pending[group] = values = [];
        values.Add((Held(Vector(write.Value), "term"), distance));
        if (values.Count < group.Writes.Count) return true;

        KernelExpression index = Index(Substituted(group.First, new LocalExpression(counter)));
        if (!IsInside(group)) Check(group.Array, index, shape.Lanes);
        KernelExpression? sum = group.IsFresh ? null : Loaded(group.Array, index, shape, "old");
        List<KernelStatement> moves = [];
        foreach (IGrouping<int, (KernelExpression Value, int Distance)> same in values.GroupBy(v => v.Distance))
        {
            KernelExpression value = same.Select(v => v.Value).Aggregate((x, y) => new OperationExpression(Primitives.Add, new([x, y]), x.Type));
            if (same.Key > 0)
            {
                Local carry = new(shape.Element, null, "carried") { Shape = shape with { Groups = 1 } };
                carries.Add((group, carry, same.Key));
                value = Held(value, "term");
                moves.Add(new AssignLocal(carry, new LaneLast(value)));
                value = new LaneShift(value, new LocalExpression(carry), same.Key);
            }

            sum = sum is null ? value : new OperationExpression(Primitives.Add, new([sum, value]), sum.Type);
        }

        output.Add(new WriteLanes(group.Array, index, Motion.Constant(1), sum!, false, null));
        output.AddRange(moves);
        return true;
    }

    /// <summary>The first element's index for another iteration.</summary>
    private KernelExpression Substituted(KernelExpression index, KernelExpression iteration) => index switch
    {
        LocalExpression { Local: var local } => locals.TryGetValue(local, out Local? own) && own == counter ? iteration : index,
        OperationExpression operation => operation with { Arguments = operation.Arguments.Select(a => Substituted(a, iteration)).ToEquatableArray() },
        _ => index,
    };
}
