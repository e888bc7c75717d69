using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>A statement of a block whose forward part is at hand when it is reversed; tapes for what is inside are allocated just before it.</summary>
internal sealed class Root(IrBuilder builder, Statement statement)
{
    private HashSet<Value>? inside;

    /// <summary>What must run before the statement.</summary>
    public List<Statement> Before { get; } = [];

    /// <summary>For each growable buffer that was moved here: the cell that holds how much of it is used.</summary>
    public Dictionary<Ir.Buffer, Ir.Buffer> Used { get; } = [];

    /// <summary>True where a value is known before the statement runs.</summary>
    public bool IsAvailable(Atom atom)
    {
        inside ??= [.. Effects.Definitions(statement)];
        return atom.IsConstant || !inside.Contains(atom.Value);
    }

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
