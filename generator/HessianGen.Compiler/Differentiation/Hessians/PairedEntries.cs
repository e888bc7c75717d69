using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>An iteration that meets xₚ and x_q makes one coefficient for the pair, and adds it to both entries.</summary>
/// <remarks>
/// The contribution of one iteration is the Hessian of what it computes from its variables, hence symmetric: of the rows p
/// and q one is left out. That each pair did turn up both ways in the same iterations is checked at the end. Entries at
/// constant places that a loop adds to are made once, and copied at the end.
/// </remarks>
internal sealed class PairedEntries(IrBuilder builder, Independents independents) : DenseEntries(builder, independents)
{
    private readonly Dictionary<string, int> order = new(StringComparer.Ordinal);
    private readonly HashSet<(int Place, int Row, int Column)> pairs = [];

    private readonly SortedSet<(int Row, int Column)> once = [];
    private bool hasLoops;

    public override string Explanation => hasLoops ? "Element by element: every iteration adds the entries of the variables that it meets." : "Symbolic: every distinct entry once.";

    public override bool TryAdd(Atom row, Atom column, Atom coefficient, int place)
    {
        int first = Ordinal(row), second = Ordinal(column);
        pairs.Add((place, first, second));
        hasLoops |= place != 0;
        if (first < second) return true;
        Builder.Accumulate(Matrix, Index(row, column), coefficient);
        if (first == second) return true;
        if (place != 0 && row.IsConstant && column.IsConstant) once.Add(((int)row.Integer, (int)column.Integer));
        else Builder.Accumulate(Matrix, Index(column, row), coefficient);
        return true;
    }

    public override bool TryFinish()
    {
        if (once.Count > 0) CopyConstantPlaces();
        return pairs.All(p => pairs.Contains((p.Place, p.Column, p.Row)));
    }

    /// <summary>Loops that ran no iteration may have met no variable, and the vector may be too short for these.</summary>
    private void CopyConstantPlaces()
    {
        Builder.Open();
        foreach ((int row, int column) in once) Builder.Store(Matrix, Index(Atom.OfInteger(column), Atom.OfInteger(row)), Builder.Load(Matrix, Index(Atom.OfInteger(row), Atom.OfInteger(column))));
        Block copies = Builder.Close();
        Atom last = Atom.OfInteger(once.Max(p => Math.Max(p.Row, p.Column)));
        if (Independents.Count.IsConstant) Builder.Emit(copies.Statements);
        else Builder.Emit(new If(EquatableArray<Value>.Empty, Builder.Apply(Primitives.Lt, last, Independents.Count), copies, Block.Empty));
    }

    private int Ordinal(Atom index)
    {
        string place = PlaceOf(index).ToString();
        if (!order.TryGetValue(place, out int ordinal)) order.Add(place, ordinal = order.Count);
        return ordinal;
    }
}
