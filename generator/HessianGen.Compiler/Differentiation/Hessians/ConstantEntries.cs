using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>Straight-line code over variables with constant places: every entry is one expression, stored once.</summary>
/// <remarks>
/// The entries are stored at constant places, as if the vector were what is met of it: the just-in-time compiler tests a length once for all of them. Where
/// the vector may be longer, the rows move to their places afterwards, should it be, and the rest is filled with zeros.
/// </remarks>
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
        for (int i = 0; i < order; i++) Builder.Store(gradient, Atom.OfInteger(i), Of(slopes, i));
        for (int i = 0; i < order; i++)
        {
            for (int j = 0; j < order; j++) Builder.Store(Matrix, Atom.OfInteger(i * order + j), Of(entries, (Math.Max(i, j), Math.Min(i, j))));
        }

        if (!count.IsConstant) Spread(Atom.OfInteger(order));
        return true;
    }

    /// <summary>Moves rows of the met length to those of a longer vector, the last row and the last column first, and fills the rest with zeros.</summary>
    private void Spread(Atom order)
    {
        Atom count = Independents.Count, zero = Atom.Zero(Independents.Element);
        Builder.Open();
        Builder.For(order, count, k => Builder.Store(gradient, k, zero), "k");
        Downwards(order, i =>
        {
            Builder.For(order, count, j => Builder.Store(Matrix, Index(i, j), zero), "j");
            Downwards(order, j => Builder.Store(Matrix, Index(i, j), Builder.Load(Matrix, Builder.Apply(Primitives.Add, Builder.Apply(Primitives.Mul, i, order), j))), "j");
        }, "i");
        Builder.For(Builder.Apply(Primitives.Mul, order, count), Builder.Apply(Primitives.Mul, count, count), k => Builder.Store(Matrix, k, zero), "k");
        Block spread = Builder.Close();
        Builder.Emit(new If(EquatableArray<Value>.Empty, Builder.Apply(Primitives.Lt, order, count), spread, Block.Empty));
    }

    private void Downwards(Atom count, Action<Atom> body, string counter) =>
        Builder.For(Builder.Apply(Primitives.Sub, count, Atom.OfInteger(1)), Atom.OfInteger(-1), -1, [], (i, _) => { body(i); return []; }, counter);

    private void Add<TKey>(SortedDictionary<TKey, Term> sums, TKey key, Atom part)
        where TKey : notnull
    {
        Term term = new(Builder, part);
        sums[key] = sums.TryGetValue(key, out Term sum) ? sum + term : term;
    }

    private Atom Of<TKey>(SortedDictionary<TKey, Term> sums, TKey key)
        where TKey : notnull => sums.TryGetValue(key, out Term sum) ? Builder.Convert(sum.Atom(Independents.Element), Independents.Element) : Atom.Zero(Independents.Element);
}
