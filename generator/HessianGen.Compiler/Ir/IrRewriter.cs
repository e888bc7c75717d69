namespace HessianGen.Compiler.Ir;

/// <summary>Rebuilds a function through overridable hooks; what nothing changed in comes back as the same object.</summary>
/// <remarks>
/// Visits in program order: a statement's operands, then the blocks inside it, then its results. The default hooks change
/// nothing, so a pass overrides only what it is about.
/// </remarks>
internal abstract class IrRewriter
{
    private readonly Func<Atom, Atom> use;
    private readonly Func<Value, Value> define;
    private readonly Func<Carried, Carried> carry;

    protected IrRewriter()
    {
        use = Use;
        define = Define;
        carry = c => new(Define(c.Value), c.Initial);
    }

    /// <summary>The function with parameters and body rewritten; the tables are kept.</summary>
    public virtual Function Rewrite(Function function)
    {
        EquatableArray<Parameter> parameters = function.Parameters;
        bool changed = Map(ref parameters, RewriteParameter);
        Block body = RewriteBlock(function.Body);
        return changed || !ReferenceEquals(body, function.Body) ? function with { Parameters = parameters, Body = body } : function;
    }

    /// <summary>What stands for an operand.</summary>
    protected virtual Atom Use(Atom atom) => atom;

    /// <summary>What stands for a value where it is defined.</summary>
    protected virtual Value Define(Value value) => value;

    /// <summary>What stands for a buffer where it is read or written.</summary>
    protected virtual Buffer Rename(Buffer buffer) => buffer;

    /// <summary>What stands for a buffer where it is allocated, or a parameter.</summary>
    protected virtual Buffer Allocate(Buffer buffer) => Rename(buffer);

    /// <summary>The block with every statement, then the yields, rewritten.</summary>
    protected virtual Block RewriteBlock(Block block)
    {
        List<Statement> output = new(block.Statements.Count);
        foreach (Statement statement in block.Statements) RewriteStatement(statement, output);
        EquatableArray<Atom> yields = block.Yields;
        bool changed = Map(ref yields, use);
        if (!changed && IsSame(block.Statements, output)) return block;
        return new(new([.. output]), yields);
    }

    /// <summary>A branch, which runs where <paramref name="condition"/> (already rewritten) equals <paramref name="taken"/>.</summary>
    protected virtual Block RewriteBranch(Atom condition, Block branch, bool taken) => RewriteBlock(branch);

    /// <summary>Appends what stands for one statement: nothing, itself, or several.</summary>
    protected virtual void RewriteStatement(Statement statement, List<Statement> output) => output.Add(Rebuild(statement));

    /// <summary>The statement with operands, buffers, blocks and results passed through the hooks.</summary>
    protected Statement Rebuild(Statement statement) => statement switch
    {
        Let let => Rebuild(let),
        Load load => Rebuild(load),
        Store store => Rebuild(store),
        Accumulate accumulate => Rebuild(accumulate),
        Alloc alloc => Rebuild(alloc),
        Check check => Rebuild(check),
        For loop => Rebuild(loop),
        If choice => Rebuild(choice),
        While loop => Rebuild(loop),
        _ => throw new InvalidOperationException($"Unknown statement {statement.GetType().Name}."),
    };

    private Let Rebuild(Let let)
    {
        EquatableArray<Atom> arguments = let.Arguments;
        bool changed = Map(ref arguments, use);
        Value result = Define(let.Result);
        return changed || result != let.Result ? let with { Result = result, Arguments = arguments } : let;
    }

    private Load Rebuild(Load load)
    {
        Atom index = Use(load.Index);
        Buffer buffer = Rename(load.Buffer);
        Value result = Define(load.Result);
        bool same = index == load.Index && buffer == load.Buffer && result == load.Result;
        return same ? load : load with { Result = result, Buffer = buffer, Index = index };
    }

    private Store Rebuild(Store store)
    {
        Atom index = Use(store.Index), operand = Use(store.Operand);
        Buffer buffer = Rename(store.Buffer);
        bool same = index == store.Index && operand == store.Operand && buffer == store.Buffer;
        return same ? store : store with { Buffer = buffer, Index = index, Operand = operand };
    }

    private Accumulate Rebuild(Accumulate accumulate)
    {
        Atom index = Use(accumulate.Index), operand = Use(accumulate.Operand);
        Buffer buffer = Rename(accumulate.Buffer);
        bool same = index == accumulate.Index && operand == accumulate.Operand && buffer == accumulate.Buffer;
        return same ? accumulate : accumulate with { Buffer = buffer, Index = index, Operand = operand };
    }

    private Alloc Rebuild(Alloc alloc)
    {
        Atom extent = Use(alloc.Extent);
        Buffer buffer = Allocate(alloc.Buffer);
        return extent == alloc.Extent && buffer == alloc.Buffer ? alloc : alloc with { Buffer = buffer, Extent = extent };
    }

    private Check Rebuild(Check check)
    {
        Atom condition = Use(check.Condition);
        return condition == check.Condition ? check : check with { Condition = condition };
    }

    private For Rebuild(For loop)
    {
        Atom start = Use(loop.Start), end = Use(loop.End);
        EquatableArray<Carried> carries = loop.Carries;
        bool changed = MapInitials(ref carries);
        Value counter = Define(loop.Counter);
        changed |= Map(ref carries, carry);
        Block body = RewriteBlock(loop.Body);
        EquatableArray<Value> outputs = loop.Outputs;
        changed |= Map(ref outputs, define);
        changed |= start != loop.Start || end != loop.End || counter != loop.Counter || !ReferenceEquals(body, loop.Body);
        return changed ? loop with { Outputs = outputs, Counter = counter, Start = start, End = end, Carries = carries, Body = body } : loop;
    }

    private If Rebuild(If choice)
    {
        Atom condition = Use(choice.Condition);
        Block then = RewriteBranch(condition, choice.Then, taken: true);
        Block otherwise = RewriteBranch(condition, choice.Else, taken: false);
        EquatableArray<Value> outputs = choice.Outputs;
        bool changed = Map(ref outputs, define);
        changed |= condition != choice.Condition || !ReferenceEquals(then, choice.Then) || !ReferenceEquals(otherwise, choice.Else);
        return changed ? choice with { Outputs = outputs, Condition = condition, Then = then, Else = otherwise } : choice;
    }

    private While Rebuild(While loop)
    {
        EquatableArray<Carried> carries = loop.Carries;
        bool changed = MapInitials(ref carries);
        changed |= Map(ref carries, carry);
        Block test = RewriteBlock(loop.Test);
        Block body = RewriteBlock(loop.Body);
        EquatableArray<Value> outputs = loop.Outputs;
        changed |= Map(ref outputs, define);
        changed |= !ReferenceEquals(test, loop.Test) || !ReferenceEquals(body, loop.Body);
        return changed ? loop with { Outputs = outputs, Carries = carries, Test = test, Body = body } : loop;
    }

    private Parameter RewriteParameter(Parameter parameter)
    {
        if (parameter is ScalarParameter scalar)
        {
            Value value = Define(scalar.Value);
            return value == scalar.Value ? scalar : scalar with { Value = value };
        }

        BufferParameter array = (BufferParameter)parameter;
        Buffer buffer = Allocate(array.Buffer);
        Value length = Define(array.Length);
        return buffer == array.Buffer && length == array.Length ? array : array with { Buffer = buffer, Length = length };
    }

    /// <summary>Initial values belong to the block outside, so all of them are visited before the first carried value.</summary>
    private bool MapInitials(ref EquatableArray<Carried> carries) => Map(ref carries, c => c with { Initial = Use(c.Initial) });

    private static bool Map<T>(ref EquatableArray<T> items, Func<T, T> map)
        where T : IEquatable<T>
    {
        T[]? mapped = null;
        for (int i = 0; i < items.Count; i++)
        {
            T item = map(items[i]);
            if (mapped is null && (typeof(T).IsValueType ? item.Equals(items[i]) : ReferenceEquals(item, items[i]))) continue;
            mapped ??= [.. items];
            mapped[i] = item;
        }

        if (mapped is null) return false;
        items = new(mapped);
        return true;
    }

    private static bool IsSame(EquatableArray<Statement> before, List<Statement> after)
    {
        if (before.Count != after.Count) return false;
        for (int i = 0; i < after.Count; i++)
        {
            if (!ReferenceEquals(before[i], after[i])) return false;
        }

        return true;
    }
}
