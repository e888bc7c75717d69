using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>The entries of the main diagonal alone: of a row, the one column of the same number.</summary>
/// <remarks>Where the indices do not tell whether a column is the row's own, the program asks.</remarks>
internal sealed class DiagonalEntries(IrBuilder builder, Independents independents) : HessianEntries(builder, independents)
{
    private readonly BufferParameter diagonal = builder.NewArray("diagonal", ParameterRole.Diagonal, independents.Element);

    public override string Explanation => "Element by element: every iteration adds the second derivatives in the variables that it meets.";

    public override IEnumerable<BufferParameter> Outputs => [diagonal];

    public override SumColumns Sums => SumColumns.OwnOfRow;

    public override void Start() => Builder.For(Atom.OfInteger(0), Independents.Count, k => Builder.Store(diagonal.Buffer, k, Atom.Zero(Independents.Element)), "k");

    public override bool TryAdd(Atom row, Atom column, Atom coefficient, int place)
    {
        long? distance = (PlaceOf(row) - PlaceOf(column)).AsConstant;
        if (distance == 0) Builder.Accumulate(diagonal.Buffer, row, coefficient);
        if (distance is not null) return true;
        Builder.Open();
        Builder.Accumulate(diagonal.Buffer, row, coefficient);
        Block block = Builder.Close();
        Builder.Emit(new If(EquatableArray<Value>.Empty, Builder.Apply(Primitives.Eq, row, column), block, Block.Empty));
        return true;
    }

    public override bool TryFinish() => true;
}
