using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>A range of a buffer that stands for another buffer: element e is <c>Buffer[Offset + e]</c>.</summary>
internal readonly record struct View(Ir.Buffer Buffer, Atom Offset)
{
    public Atom Index(IrBuilder builder, Atom index) =>
        Offset.IsInteger(0) ? index : builder.Apply(Primitives.Add, Offset, builder.Convert(index, ScalarType.I32));
}

/// <summary>The independent vector: the variable parameters one after another, a scalar taking one slot.</summary>
internal sealed class Independents
{
    private readonly Dictionary<Parameter, Atom> offsets = [];

    /// <summary>Computes the offsets with statements emitted to <paramref name="builder"/>.</summary>
    public Independents(Function function, IrBuilder builder)
    {
        Atom offset = Atom.OfInteger(0);
        foreach (Parameter parameter in function.Parameters.Where(p => p.IsVariable))
        {
            offsets.Add(parameter, offset);
            offset = builder.Apply(Primitives.Add, offset, parameter is BufferParameter buffer ? buffer.Length : Atom.OfInteger(1));
        }

        Count = offset;
        Element = ElementOf(function);
    }

    /// <summary>n, the length of the independent vector.</summary>
    public Atom Count { get; }

    /// <summary>The floating-point type of all variables.</summary>
    public ScalarType Element { get; }

    public Atom Offset(Parameter parameter) => offsets[parameter];

    private static ScalarType ElementOf(Function function) => function.Parameters.First(p => p.IsVariable) switch
    {
        ScalarParameter scalar => function.TypeOf(scalar.Value),
        BufferParameter buffer => function.Buffers[buffer.Buffer.Id].Element,
        _ => ScalarType.F64,
    };
}
