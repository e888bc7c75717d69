using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>Entries above the diagonal are left out where the indices tell, and copied from below at the end.</summary>
internal sealed class LowerEntries(IrBuilder builder, Independents independents) : DenseEntries(builder, independents)
{
    public override string Explanation => HasSums
        ? "Element by element: what meets many variables through one linear combination z = aᵀx adds φ''(z)·a·aᵀ, below the diagonal."
        : "Element by element: every iteration adds the entries of the variables that it meets, below the diagonal.";

    public override SumColumns Sums => SumColumns.All;

    public override bool TryAdd(Atom row, Atom column, Atom coefficient, int place)
    {
        if (!((PlaceOf(row) - PlaceOf(column)).AsConstant < 0)) Builder.Accumulate(Matrix, Index(row, column), coefficient);
        return true;
    }

    public override bool TryFinish()
    {
        SymmetricMatrix.Mirror(Builder, Matrix, Independents.Count);
        return true;
    }
}
