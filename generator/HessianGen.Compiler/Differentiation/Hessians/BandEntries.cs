using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>A matrix of a few diagonals: entry (j + d, j) is number j of diagonal d, and what is above the main diagonal is not computed.</summary>
/// <remarks>So iterations next to each other write elements next to each other, as they do in the gradient: lanes, sums of neighbours in registers.</remarks>
internal sealed class BandEntries(IrBuilder builder, Independents independents) : HessianEntries(builder, independents)
{
    /// <summary>With more, a matrix is not sparse in this way.</summary>
    private const int MostDiagonals = 32;

    private readonly SortedDictionary<long, BufferParameter> diagonals = new() { [0] = Diagonal(builder, independents, 0) };

    public override string Obstacle => "variables are coupled whose places in the independent vector are not a constant apart";

    public override string Explanation => $"Element by element: every iteration adds the entries of the variables that it meets, along {(diagonals.Count == 1 ? "the diagonal" : $"{diagonals.Count} diagonals")}.";

    public override IEnumerable<BufferParameter> Outputs => diagonals.Values;

    public override void Start()
    {
        foreach (BufferParameter diagonal in diagonals.Values)
        {
            Atom length = Builder.Apply(Primitives.Sub, Independents.Count, Atom.OfInteger(diagonal.Distance));
            Builder.For(Atom.OfInteger(0), length, k => Builder.Store(diagonal.Buffer, k, Atom.Zero(Independents.Element)), "k");
        }
    }

    public override bool TryAdd(Atom row, Atom column, Atom coefficient, int place)
    {
        if ((PlaceOf(row) - PlaceOf(column)).AsConstant is not { } distance) return false;
        if (distance < 0) return true;
        if (!diagonals.TryGetValue(distance, out BufferParameter? diagonal))
        {
            if (diagonals.Count == MostDiagonals) return false;
            diagonals.Add(distance, diagonal = Diagonal(Builder, Independents, distance));
        }

        Builder.Accumulate(diagonal.Buffer, column, coefficient);
        return true;
    }

    public override bool TryFinish() => true;

    private static BufferParameter Diagonal(IrBuilder builder, Independents independents, long distance) =>
        builder.NewArray(FormattableString.Invariant($"diagonal{distance}"), ParameterRole.Band, independents.Element) with { Distance = distance };
}
