using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>Takes what belongs to the entries of a Hessian as it turns up, and writes them. Only half of the entries need to be computed.</summary>
internal abstract class HessianEntries(IrBuilder builder, Independents independents)
{
    /// <summary>What the matrix is written to; complete when everything has been taken.</summary>
    public abstract IEnumerable<BufferParameter> Outputs { get; }

    /// <summary>Why a function has no such entries at all.</summary>
    public const string NoForm = "second derivatives pass through an array, or from one iteration to the next";

    /// <summary>Why this way cannot take what came.</summary>
    public virtual string Obstacle => NoForm;

    /// <summary>What the generated header says of this way.</summary>
    public abstract string Explanation { get; }

    /// <summary>What a row takes of a sum of many variables.</summary>
    public virtual SumColumns Sums => SumColumns.None;

    /// <summary>True when a sum of many variables has turned up.</summary>
    public bool HasSums { get; set; }

    protected IrBuilder Builder { get; } = builder;

    protected Independents Independents { get; } = independents;

    /// <summary>Writes what stands before everything else; called when everything has been taken.</summary>
    public abstract void Start();

    /// <summary>Adds to an entry; false where this way cannot.</summary>
    /// <param name="place">The loop or branch whose body is being built; 0 outside of all.</param>
    public abstract bool TryAdd(Atom row, Atom column, Atom coefficient, int place);

    /// <summary>Takes what is written or added to an element of the gradient, which starts from zero; false where this way cannot.</summary>
    public virtual bool TryAddGradient(Statement write, Atom index, Atom operand, int place)
    {
        Builder.Emit(write);
        return true;
    }

    /// <summary>True where the zeros that the gradient starts from need not be written.</summary>
    public virtual bool SetsGradient => false;

    /// <summary>Called after everything else; false where what came is not the whole matrix.</summary>
    public abstract bool TryFinish();

    /// <summary>An index as a polynomial, to be compared with others.</summary>
    public static Polynomial PlaceOf(IrBuilder builder, Atom index) => Polynomial.Of(index, builder.DefinitionOf);

    protected Polynomial PlaceOf(Atom index) => PlaceOf(Builder, index);
}
