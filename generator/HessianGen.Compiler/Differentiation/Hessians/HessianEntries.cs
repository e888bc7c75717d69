using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>Takes what belongs to the entries of a Hessian as it turns up, and writes the matrix. Only half of the entries need to be computed.</summary>
internal abstract class HessianEntries(IrBuilder builder, Independents independents)
{
    /// <summary>The matrix, row-major.</summary>
    public BufferParameter Parameter { get; } = builder.NewArray("hessian", ParameterRole.Hessian, independents.Element);

    /// <summary>What the generated header says of this way.</summary>
    public abstract string Explanation { get; }

    /// <summary>True where rows may meet all columns of a sum.</summary>
    public virtual bool TakesSums => false;

    protected Ir.Buffer Matrix => Parameter.Buffer;

    protected IrBuilder Builder { get; } = builder;

    protected Independents Independents { get; } = independents;

    /// <summary>Called before everything else.</summary>
    public virtual void Start() =>
        Builder.For(Atom.OfInteger(0), Builder.Apply(Primitives.Mul, Independents.Count, Independents.Count), k => Builder.Store(Matrix, k, Atom.Zero(Independents.Element)), "k");

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

    protected Atom Index(Atom row, Atom column) => Builder.Apply(Primitives.Add, Builder.Apply(Primitives.Mul, row, Independents.Count), column);
}
