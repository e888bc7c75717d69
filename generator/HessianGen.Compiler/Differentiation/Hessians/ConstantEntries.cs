using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>Straight-line code over variables with constant places: every entry is one expression, stored once.</summary>
/// <remarks>Where the vector may be longer than what is met of it, the rest is filled with zeros, should there be any.</remarks>
internal sealed class ConstantEntries(IrBuilder builder, Independents independents, Ir.Buffer gradient) : DenseEntries(builder, independents)
{
    /// <summary>Stores of structural zeros that are accepted for each entry that is computed.</summary>
    private const int ZerosForAnEntry = 4;

    private readonly SortedDictionary<int, Term> slopes = [];
    private readonly SortedDictionary<(int Row, int Column), Term> entries = [];

    public override string Explanation => "Symbolic: every distinct entry once.";

    public override bool SetsGradient => true;

    public override void Start()
    {
    }

    public override bool TryAdd(Atom row, Atom column, Atom coefficient, int place)
    {
        if (!row.IsConstant || !column.IsConstant || place != 0) return false;
        if (row.Integer >= column.Integer) Add(entries, ((int)row.Integer, (int)column.Integer), coefficient);
        return true;
    }

    public override bool TryAddGradient(Statement write, Atom index, Atom operand, int place)
    {
        if (!index.IsConstant || place != 0) return false;
        Add(slopes, (int)index.Integer, operand);
        return true;
    }

    public override bool TryFinish()
    {
        Atom count = Independents.Count;
        int met = slopes.Keys.Concat(entries.Keys.Select(e => e.Row)).DefaultIfEmpty(-1).Max() + 1;
        int order = count.IsConstant ? (int)count.Integer : met;
        if (order == 0 || order * order > ZerosForAnEntry * (entries.Count + 4)) return false;
        if (!count.IsConstant) FillRest(order);
        for (int i = 0; i < order; i++) Builder.Store(gradient, Atom.OfInteger(i), Of(slopes, i));
        for (int i = 0; i < order; i++)
        {
            for (int j = 0; j < order; j++) Builder.Store(Matrix, Index(Atom.OfInteger(i), Atom.OfInteger(j)), Of(entries, (Math.Max(i, j), Math.Min(i, j))));
        }

        return true;
    }

    private void FillRest(int order)
    {
        Builder.Open();
        Clear();
        Builder.For(Atom.OfInteger(order), Independents.Count, k => Builder.Store(gradient, k, Atom.Zero(Independents.Element)), "k");
        Block fill = Builder.Close();
        Builder.Emit(new If(EquatableArray<Value>.Empty, Builder.Apply(Primitives.Lt, Atom.OfInteger(order), Independents.Count), fill, Block.Empty));
    }

    private void Add<TKey>(SortedDictionary<TKey, Term> sums, TKey key, Atom part)
        where TKey : notnull
    {
        Term term = new(Builder, part);
        sums[key] = sums.TryGetValue(key, out Term sum) ? sum + term : term;
    }

    private Atom Of<TKey>(SortedDictionary<TKey, Term> sums, TKey key)
        where TKey : notnull => sums.TryGetValue(key, out Term sum) ? Builder.Convert(sum.Atom(Independents.Element), Independents.Element) : Atom.Zero(Independents.Element);
}
