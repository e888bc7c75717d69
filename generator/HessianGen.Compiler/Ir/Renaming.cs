namespace HessianGen.Compiler.Ir;

/// <summary>Replaces operands and, in a copy, gives every definition a fresh id.</summary>
internal sealed class Renaming : IrRewriter
{
    private readonly Func<Value, Value>? copyValue;
    private readonly Func<Buffer, Buffer>? copyBuffer;

    private Renaming(Func<Value, Value>? copyValue, Func<Buffer, Buffer>? copyBuffer) =>
        (this.copyValue, this.copyBuffer) = (copyValue, copyBuffer);

    /// <summary>Replaces operands only; definitions keep their ids.</summary>
    public static Renaming Substitution() => new(null, null);

    /// <summary>Copies: definitions get fresh ids from <paramref name="builder"/>.</summary>
    public static Renaming Copy(IrBuilder builder) => new(builder.CopyOf, builder.CopyOf);

    /// <summary>Copies out of another function: types and names come from its tables.</summary>
    public static Renaming Import(IrBuilder builder, Function source) => new(
        value => builder.NewValue(source.Values[value.Id].Type, source.Values[value.Id].Name),
        buffer => builder.NewBuffer(source.Buffers[buffer.Id].Element, source.Buffers[buffer.Id].Name));

    /// <summary>What each operand becomes; values not in here stay.</summary>
    public Dictionary<Value, Atom> Values { get; } = [];

    /// <summary>What each buffer becomes; buffers not in here stay.</summary>
    public Dictionary<Buffer, Buffer> Buffers { get; } = [];

    public Atom Apply(Atom atom) => Use(atom);

    public Block Apply(Block block) => RewriteBlock(block);

    public IEnumerable<Statement> Apply(IEnumerable<Statement> statements)
    {
        List<Statement> output = [];
        foreach (Statement statement in statements) RewriteStatement(statement, output);
        return output;
    }

    /// <summary>The id under which a value is defined from here on.</summary>
    public Value DefineCopy(Value value) => Define(value);

    protected override Atom Use(Atom atom) => atom.IsValue && Values.TryGetValue(atom.Value, out Atom renamed) ? renamed : atom;

    protected override Buffer Rename(Buffer buffer) => Buffers.TryGetValue(buffer, out Buffer renamed) ? renamed : buffer;

    protected override Value Define(Value value)
    {
        if (copyValue is null) return value;
        Value copy = copyValue(value);
        Values[value] = copy;
        return copy;
    }

    protected override void RewriteStatement(Statement statement, List<Statement> output)
    {
        if (copyBuffer is not null && statement is Alloc alloc) Buffers[alloc.Buffer] = copyBuffer(alloc.Buffer);
        base.RewriteStatement(statement, output);
    }
}
