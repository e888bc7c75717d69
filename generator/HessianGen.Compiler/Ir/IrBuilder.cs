namespace HessianGen.Compiler.Ir;

/// <summary>Builds the body of a function: fresh ids, statements in order, nested blocks by open and close.</summary>
internal sealed class IrBuilder
{
    private readonly List<ValueInfo> values = [];
    private readonly List<BufferInfo> buffers = [];
    private readonly Dictionary<Value, Let> definitions = [];
    private readonly Dictionary<Value, Load> loads = [];
    private readonly Stack<List<Statement>> open = new();

    public IrBuilder() => Open();

    /// <summary>A builder that continues the tables of <paramref name="basis"/>: its ids stay valid.</summary>
    public IrBuilder(Function basis)
    {
        values.AddRange(basis.Values);
        buffers.AddRange(basis.Buffers);
        Open();
    }

    /// <summary>The relative line given to what is built from here on.</summary>
    public int Line { get; set; }

    /// <summary>The number of values made so far: an older value has a smaller id.</summary>
    public int ValueCount => values.Count;

    public ScalarType TypeOf(Atom atom) => atom.IsConstant ? atom.ConstantType : values[atom.Value.Id].Type;

    public ValueInfo Info(Value value) => values[value.Id];

    /// <summary>The computation that gave a value its meaning in this builder; null for what is loaded, carried or handed out.</summary>
    public Let? DefinitionOf(Value value) => definitions.TryGetValue(value, out Let? definition) ? definition : null;

    /// <summary>The load that gave a value, or null.</summary>
    public Load? LoadOf(Value value) => loads.TryGetValue(value, out Load? load) ? load : null;

    public BufferInfo Info(Buffer buffer) => buffers[buffer.Id];

    public Value NewValue(ScalarType type, string? name = null)
    {
        values.Add(new(type, name, Line));
        return new(values.Count - 1);
    }

    public Buffer NewBuffer(ScalarType element, string? name = null)
    {
        buffers.Add(new(element, name, Line));
        return new(buffers.Count - 1);
    }

    /// <summary>A fresh array that callers hand over beside the user's own parameters, with its length.</summary>
    public BufferParameter NewArray(string name, ParameterRole role, ScalarType element)
    {
        Buffer buffer = NewBuffer(element, name);
        return new(name, role, false, buffer, NewValue(ScalarType.I32, name + ".Length"));
    }

    /// <summary>A fresh value with the type, name and line of another.</summary>
    public Value CopyOf(Value value)
    {
        values.Add(values[value.Id]);
        return new(values.Count - 1);
    }

    /// <inheritdoc cref="CopyOf(Value)"/>
    public Buffer CopyOf(Buffer buffer)
    {
        buffers.Add(buffers[buffer.Id]);
        return new(buffers.Count - 1);
    }

    /// <summary>Gives a value the user's name for it; the first name stays.</summary>
    public void Rename(Value value, string name)
    {
        if (values[value.Id].Name is null) values[value.Id] = values[value.Id] with { Name = name };
    }

    /// <summary>Starts a nested block: statements go there until <see cref="Close"/>.</summary>
    public void Open() => open.Push([]);

    public Block Close(params Atom[] yields) => new(open.Pop().ToEquatableArray(), new(yields));

    /// <summary>Builds in the block that is <paramref name="levels"/> blocks further out, before the statement that is being built there.</summary>
    public void Outside(int levels, Action build)
    {
        Stack<List<Statement>> inner = new();
        for (int i = 0; i < levels; i++) inner.Push(open.Pop());
        build();
        while (inner.Count > 0) open.Push(inner.Pop());
    }

    public void Emit(Statement statement)
    {
        if (statement is Let let) definitions[let.Result] = let;
        if (statement is Load load) loads[load.Result] = load;
        open.Peek().Add(statement.Line == 0 && Line != 0 ? statement with { Line = Line } : statement);
    }

    public void Emit(IEnumerable<Statement> statements)
    {
        foreach (Statement statement in statements) Emit(statement);
    }

    /// <summary>Applies a primitive; the result has the type of the first floating-point or else of the last operand, bool for comparisons.</summary>
    public Atom Apply(Primitive primitive, params Atom[] operands)
    {
        if (Integers.TryFold(primitive, operands, TypeOf) is { } folded) return folded;
        Value result = NewValue(ResultType(primitive, operands));
        Emit(new Let(result, primitive, new(operands)));
        return result;
    }

    public Atom Convert(Atom operand, ScalarType type)
    {
        if (TypeOf(operand) == type) return operand;
        if (operand.IsConstant && Integers.TryConvert(operand, type) is { } folded) return folded;
        Value result = NewValue(type);
        Emit(new Let(result, Primitives.Convert, new([operand])));
        return result;
    }

    public Atom Load(Buffer buffer, Atom index)
    {
        Value result = NewValue(Info(buffer).Element);
        Emit(new Load(result, buffer, index));
        return result;
    }

    public void Store(Buffer buffer, Atom index, Atom operand) => Emit(new Store(buffer, index, operand));

    public void Accumulate(Buffer buffer, Atom index, Atom operand) => Emit(new Accumulate(buffer, index, operand));

    /// <summary><c>for counter in start..end step s</c>; the body receives counter and carried values and returns what it yields.</summary>
    public Atom[] For(Atom start, Atom end, long step, Atom[] initial, Func<Atom, Atom[], Atom[]> body, string counterName = "i")
    {
        Value counter = NewValue(TypeOf(end), counterName);
        Carried[] carries = [.. initial.Select(a => new Carried(NewValue(TypeOf(a)), a))];
        Open();
        Block block = Close(body(counter, [.. carries.Select(c => (Atom)c.Value)]));
        Value[] outputs = [.. initial.Select(a => NewValue(TypeOf(a)))];
        Emit(new For(new(outputs), counter, start, end, step, new(carries), block));
        return [.. outputs.Select(o => (Atom)o)];
    }

    public void For(Atom start, Atom end, Action<Atom> body, string counterName = "i") =>
        For(start, end, 1, [], (i, _) => { body(i); return []; }, counterName);

    /// <summary>Closes the outermost block into a function with the given results.</summary>
    public Function ToFunction(string name, IEnumerable<Parameter> parameters, params Atom[] results)
    {
        Block body = Close(results);
        return new(name, parameters.ToEquatableArray(), body, values.ToEquatableArray(), buffers.ToEquatableArray());
    }

    /// <summary>A function with another body, over this builder's tables.</summary>
    public Function Rebuild(Function function, Block body) =>
        function with { Body = body, Values = values.ToEquatableArray(), Buffers = buffers.ToEquatableArray() };

    private ScalarType ResultType(Primitive primitive, Atom[] operands)
    {
        if (primitive.Signature is { } signature) return signature.Result;
        if (primitive.IsComparison) return ScalarType.Bool;
        if (primitive == Primitives.Shl || primitive == Primitives.Shr || primitive == Primitives.Ushr) return TypeOf(operands[0]);
        return TypeOf(operands[operands.Length - 1]);
    }
}
