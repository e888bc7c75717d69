namespace HessianGen.Compiler.Ir;

/// <summary>The reference meaning of the IR: runs a function on arguments, statement by statement, and counts what it does.</summary>
internal sealed partial class Interpreter
{
    private readonly Function function;
    private readonly double[] floats;
    private readonly long[] integers;
    private readonly InterpreterMemory[] memories;
    private readonly long[] operations = new long[4];
    private readonly Func<Let, double, Cost>? costOf;
    private long loads, stores, stepsLeft;

    private Interpreter(Function function, long stepLimit, Func<Let, double, Cost>? costOf)
    {
        this.function = function;
        this.costOf = costOf;
        floats = new double[function.Values.Count];
        integers = new long[function.Values.Count];
        memories = new InterpreterMemory[function.Buffers.Count];
        stepsLeft = stepLimit;
    }

    /// <summary>Runs the function on one argument per parameter: a boxed scalar, or an array, which is written in place.</summary>
    /// <param name="stepLimit">The number of statements after which it gives up with an <see cref="InvalidOperationException"/>.</param>
    /// <param name="costOf">What a primitive that gave a number of floating point, or NaN for another, counts as; unless given, what its row says.</param>
    public static Run Run(Function function, IReadOnlyList<object> arguments, long stepLimit = 100_000_000, Func<Let, double, Cost>? costOf = null)
    {
        if (arguments.Count != function.Parameters.Count) throw new ArgumentException($"{function.Name} takes {function.Parameters.Count} arguments.");
        Interpreter interpreter = new(function, stepLimit, costOf);
        for (int i = 0; i < arguments.Count; i++) interpreter.Bind(function.Parameters[i], arguments[i]);
        interpreter.Execute(function.Body);
        object[] results = [.. function.Body.Yields.Select(interpreter.Box)];
        return new(results, interpreter.operations, interpreter.loads, interpreter.stores);
    }

    private void Bind(Parameter parameter, object argument)
    {
        if (parameter is BufferParameter array)
        {
            memories[array.Buffer.Id] = new((Array)argument);
            int rows = array.Layout == InstanceLayout.Rows ? Math.Max(1, (int)integers[Stride.Value.Id]) : 1;
            integers[array.Length.Id] = memories[array.Buffer.Id].Length / rows;
            return;
        }

        Value value = ((ScalarParameter)parameter).Value;
        switch (argument)
        {
            case double or float: floats[value.Id] = System.Convert.ToDouble(argument); break;
            case ulong bits: integers[value.Id] = unchecked((long)bits); break;
            default: integers[value.Id] = System.Convert.ToInt64(argument); break;
        }
    }

    /// <summary>The stride of a batch, which stands before its arrays.</summary>
    private ScalarParameter Stride => function.Parameters.OfType<ScalarParameter>().Single(p => p.Role == ParameterRole.Stride);

    private object Box(Atom atom) => function.TypeOf(atom) switch
    {
        ScalarType.F64 => Float(atom),
        ScalarType.F32 => (float)Float(atom),
        ScalarType.Bool => Integer(atom) != 0,
        ScalarType.I8 => (sbyte)Integer(atom),
        ScalarType.U8 => (byte)Integer(atom),
        ScalarType.I16 => (short)Integer(atom),
        ScalarType.U16 => (ushort)Integer(atom),
        ScalarType.I32 => (int)Integer(atom),
        ScalarType.U32 => (uint)Integer(atom),
        ScalarType.I64 => Integer(atom),
        _ => unchecked((ulong)Integer(atom)),
    };

    private void Execute(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            if (--stepsLeft < 0) throw new InvalidOperationException($"{function.Name} exceeds the interpreter's step limit.");
            Execute(statement);
        }
    }

    private void Execute(Statement statement)
    {
        switch (statement)
        {
            case Let let: Execute(let); break;
            case Load load: Execute(load); break;
            case Store store: Execute(store); break;
            case Accumulate accumulate: Execute(accumulate); break;
            case Alloc alloc: memories[alloc.Buffer.Id] = new(function.Buffers[alloc.Buffer.Id].Element, Integer(alloc.Extent), alloc.Growable); break;
            case Check check: if (Integer(check.Condition) == 0) throw Failure(check); break;
            case For loop: Execute(loop); break;
            case If choice: Execute(choice); break;
            case While loop: Execute(loop); break;
            default: throw new InvalidOperationException($"Unknown statement {statement.GetType().Name}.");
        }
    }

    private void Execute(Load load)
    {
        loads++;
        InterpreterMemory memory = memories[load.Buffer.Id];
        if (IsFloat(load.Buffer)) floats[load.Result.Id] = memory.GetFloat(Integer(load.Index));
        else integers[load.Result.Id] = memory.GetInteger(Integer(load.Index));
    }

    private void Execute(Store store)
    {
        stores++;
        InterpreterMemory memory = memories[store.Buffer.Id];
        if (IsFloat(store.Buffer)) memory.SetFloat(Integer(store.Index), Float(store.Operand));
        else memory.SetInteger(Integer(store.Index), Integer(store.Operand));
    }

    private void Execute(Accumulate accumulate)
    {
        stores++;
        InterpreterMemory memory = memories[accumulate.Buffer.Id];
        long index = Integer(accumulate.Index);
        ScalarType type = function.Buffers[accumulate.Buffer.Id].Element;
        operations[(int)(type.IsFloat() ? Cost.Flop : Cost.Free)]++;
        if (type.IsFloat()) memory.SetFloat(index, Round(memory.GetFloat(index) + Float(accumulate.Operand), type));
        else memory.SetInteger(index, Integers.Wrap(unchecked(memory.GetInteger(index) + Integer(accumulate.Operand)), type));
    }

    private void Execute(For loop)
    {
        ScalarType type = function.TypeOf(loop.Counter);
        long counter = Integer(loop.Start);
        ulong trips = TripCount.Of(counter, Integer(loop.End), loop.Step, type);
        foreach (Carried carried in loop.Carries) Copy(carried.Initial, carried.Value);
        for (; trips > 0; trips--)
        {
            integers[loop.Counter.Id] = counter;
            Execute(loop.Body);
            CopyAll(loop.Body.Yields, loop.Carries);
            counter = Integers.Wrap(unchecked(counter + loop.Step), type);
        }

        for (int i = 0; i < loop.Outputs.Count; i++) Copy(loop.Carries[i].Value, loop.Outputs[i]);
    }

    private void Execute(If choice)
    {
        Block taken = Integer(choice.Condition) != 0 ? choice.Then : choice.Else;
        Execute(taken);
        for (int i = 0; i < choice.Outputs.Count; i++) Copy(taken.Yields[i], choice.Outputs[i]);
    }

    private void Execute(While loop)
    {
        foreach (Carried carried in loop.Carries) Copy(carried.Initial, carried.Value);
        for (Execute(loop.Test); Integer(loop.Test.Yields[0]) != 0; Execute(loop.Test))
        {
            if (--stepsLeft < 0) throw new InvalidOperationException($"{function.Name} exceeds the interpreter's step limit.");
            Execute(loop.Body);
            CopyAll(loop.Body.Yields, loop.Carries);
        }

        for (int i = 0; i < loop.Outputs.Count; i++) Copy(loop.Carries[i].Value, loop.Outputs[i]);
    }

    /// <summary>All yields are read before the first carried value changes: a yield may be another carried value.</summary>
    private void CopyAll(EquatableArray<Atom> yields, EquatableArray<Carried> carries)
    {
        (double, long)[] read = new (double, long)[yields.Count];
        for (int i = 0; i < yields.Count; i++) read[i] = IsFloat(yields[i]) ? (Float(yields[i]), 0) : (0, Integer(yields[i]));
        for (int i = 0; i < yields.Count; i++) (floats[carries[i].Value.Id], integers[carries[i].Value.Id]) = read[i];
    }

    private void Copy(Atom from, Value to)
    {
        if (IsFloat(from)) floats[to.Id] = Float(from);
        else integers[to.Id] = Integer(from);
    }

    private double Float(Atom atom) => atom.IsConstant ? atom.Float : floats[atom.Value.Id];

    private long Integer(Atom atom) => atom.IsConstant ? atom.Integer : integers[atom.Value.Id];

    private bool IsFloat(Atom atom) => function.TypeOf(atom).IsFloat();

    private bool IsFloat(Buffer buffer) => function.Buffers[buffer.Id].Element.IsFloat();

    private static Exception Failure(Check check)
    {
        string name = check.Exception.Substring(check.Exception.LastIndexOf('.') + 1);
        return name switch
        {
            nameof(IndexOutOfRangeException) => new IndexOutOfRangeException(check.Message ?? "Index was outside the bounds of the array."),
            nameof(ArgumentException) => new ArgumentException(check.Message),
            nameof(ArgumentOutOfRangeException) => new ArgumentOutOfRangeException(null, check.Message),
            nameof(DivideByZeroException) => new DivideByZeroException(check.Message),
            nameof(NotSupportedException) => new NotSupportedException(check.Message),
            _ => new InvalidOperationException(name == nameof(InvalidOperationException) ? check.Message : $"{check.Exception}: {check.Message}"),
        };
    }
}
