using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Additions of one iteration to neighbouring elements, <c>g[i] += a; g[i + 1] += b</c>: what belongs to one element is added up in a register, and each element is loaded and stored once.</summary>
/// <remarks>Written one after the other, each vector load would wait for the overlapping store before it to reach the cache.</remarks>
/// <param name="Writes">The additions, each with its distance from the first of the elements; one is enough where it gains something.</param>
internal sealed record LaneNeighbours(KernelArray Array, KernelExpression First, IReadOnlyList<(WriteElement Write, int Distance)> Writes)
{
    /// <summary>True where nobody else has written to the array: the vectors are stored, and what they do not cover is cleared.</summary>
    public bool IsFresh { get; init; }

    /// <summary>True where it is better than one addition to memory after another.</summary>
    public bool IsWorthIt => IsFresh || Writes.Any(w => w.Distance > 0);

    private const int Farthest = 7;

    /// <param name="fresh">Arrays of zeros.</param>
    public static IReadOnlyList<LaneNeighbours> Find(ForStatement loop, Spread spread, ICollection<KernelArray> fresh)
    {
        IndexForms forms = new(loop);
        List<LaneNeighbours> result = [];
        WriteElement[] all = [.. KernelTree.Statements(loop.Body).OfType<WriteElement>().Where(w => !spread.IsPrivate(w.Array) && w.Array.Storage != ArrayStorage.Growable)];
        foreach (IGrouping<KernelArray, WriteElement> group in all.GroupBy(w => w.Array))
        {
            WriteElement[] writes = [.. group];
            bool isPlain = writes.All(w => loop.Body.Statements.Any(s => ReferenceEquals(s, w)) && w.Operator == Primitives.Add && spread.MotionOf(w.Index).Stride == Motion.Constant(1)) && group.Key.Element == spread.Element;
            if (!isPlain) continue;
            Polynomial[] indices = [.. writes.Select(w => forms.Of(w.Index))];
            long?[] offsets = [.. indices.Select(i => (i - indices[0]).AsConstant)];
            if (offsets.Contains(null) || offsets.Max() - offsets.Min() is not (>= 0 and <= Farthest) || indices[0].Split(forms.Id(loop.Counter)) is not var (stride, _) || stride.AsConstant != 1) continue;
            long least = offsets.Min()!.Value;
            Polynomial first = indices[System.Array.IndexOf(offsets, least)];
            if (!first.Variables.All(v => v == forms.Id(loop.Counter) || forms.IsFixed(Polynomial.Variable(v)))) continue;
            result.Add(new(group.Key, forms.Expression(first), [.. writes.Select((w, k) => (w, (int)(offsets[k]!.Value - least)))]) { IsFresh = fresh.Contains(group.Key) });
        }

        return result;
    }
}
