using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>A statement of a block whose forward part is at hand when it is reversed; tapes for what is inside are allocated just before it.</summary>
/// <param name="lengths">The lengths of parameters, which are never negative.</param>
internal sealed class Root(IrBuilder builder, Statement statement, IReadOnlyCollection<Value> lengths)
{
    private Dictionary<Value, Statement>? inside;

    /// <summary>What must run before the statement.</summary>
    public List<Statement> Before { get; } = [];

    /// <summary>For each growable buffer that was moved here: the cell that holds how much of it is used.</summary>
    public Dictionary<Ir.Buffer, Ir.Buffer> Used { get; } = [];

    /// <summary>True where a value is known before the statement runs.</summary>
    public bool IsAvailable(Atom atom)
    {
        return atom.IsConstant || !Inside.ContainsKey(atom.Value);
    }

    /// <summary>An integer that is known before the statement runs, or computed from such without a chance to fail: then computed there too. Else null.</summary>
    public Atom? Available(Atom atom)
    {
        if (IsAvailable(atom)) return atom;
        if (Inside[atom.Value] is not Let let || !builder.TypeOf(atom).IsInteger() || !IsTotal(let.Primitive)) return null;
        Atom?[] operands = [.. let.Arguments.Select(Available)];
        if (operands.Any(o => o is null)) return null;
        Atom[] known = [.. operands.Select(o => o!.Value)];
        return Emit(() => let.Primitive == Primitives.Convert ? builder.Convert(known[0], builder.TypeOf(atom)) : builder.Apply(let.Primitive, known));
    }

    /// <summary>True for the length of a parameter.</summary>
    public bool IsLength(Atom atom) => atom.IsValue && lengths.Contains(atom.Value);

    private Dictionary<Value, Statement> Inside => inside ??= Effects.Definers(statement);

    private static bool IsTotal(Primitive primitive) =>
        primitive == Primitives.Add || primitive == Primitives.Sub || primitive == Primitives.Mul || primitive == Primitives.Neg || primitive == Primitives.Convert;

    /// <summary>Computes something before the statement.</summary>
    public Atom Emit(Func<Atom> computation)
    {
        builder.Open();
        Atom result = computation();
        Before.AddRange(builder.Close().Statements);
        return result;
    }

    /// <summary>Allocates a buffer before the statement; growable where the extent is not known by then.</summary>
    public Ir.Buffer Allocate(ScalarType element, string? name, Atom? extent)
    {
        Ir.Buffer buffer = builder.NewBuffer(element, name);
        Before.Add(new Alloc(buffer, extent ?? Atom.OfInteger(0), extent is null));
        return buffer;
    }
}
