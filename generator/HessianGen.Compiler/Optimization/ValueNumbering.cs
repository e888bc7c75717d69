using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

/// <summary>Gives equal computations one value: pure expressions, loads of unchanged memory, and loads of what was just stored.</summary>
/// <remarks>
/// An expression is available in its block and below it. Memory is followed statement by statement: a write forgets what it
/// may hit, a nested block forgets what any statement in it may write. Linear in the size of the function.
/// </remarks>
internal sealed class ValueNumbering : IrRewriter
{
    private readonly Function function;
    private readonly BufferEffects effects;
    private readonly Substitution substitution;
    private readonly Dictionary<Expression, Value> available = [];
    private readonly List<Expression> scope = [];
    private readonly Addresses addresses;
    private readonly bool ignoresZeroSigns;
    private readonly Ir.Buffer[] users;
    private readonly ValueTable table;
    private KnownMemory memory;

    private ValueNumbering(Function function, Licence licence)
    {
        this.function = function;
        effects = new(function);
        table = new(function);
        substitution = new(function.Values.Count);
        addresses = new(function);
        ignoresZeroSigns = (licence & Licence.NoSignedZeros) != 0;
        memory = new(function.Buffers.Count);
        users = [.. function.Parameters.OfType<BufferParameter>().Where(p => p.Role == ParameterRole.User).Select(p => p.Buffer)];
    }

    /// <summary>The function with every value computed once where its first computation dominates the others.</summary>
    public static Function Run(Function function, Licence licence)
    {
        ValueNumbering pass = new(function, licence);
        return pass.table.Apply(pass.Rewrite(function));
    }

    protected override Atom Use(Atom atom) => substitution.Of(atom);

    protected override Block RewriteBlock(Block block)
    {
        int mark = scope.Count;
        KnownMemory outer = memory;
        memory = outer.Fork();
        Block result = base.RewriteBlock(block);
        memory = outer;
        for (int i = scope.Count - 1; i >= mark; i--) available.Remove(scope[i]);
        scope.RemoveRange(mark, scope.Count - mark);
        return result;
    }

    /// <summary>Inside a branch the condition is known.</summary>
    protected override Block RewriteBranch(Atom condition, Block branch, bool taken)
    {
        if (condition.IsConstant) return RewriteBlock(branch);
        substitution.Set(condition.Value, Atom.OfBoolean(taken));
        Block result = RewriteBlock(branch);
        substitution.Set(condition.Value, condition);
        return result;
    }

    protected override void RewriteStatement(Statement statement, List<Statement> output)
    {
        switch (statement)
        {
            case Let let:
                Number(let, output);
                break;
            case Load load:
                Number(load, output);
                break;
            case Store store:
                Follow((Store)Rebuild(store), output);
                break;
            case Accumulate accumulate:
                Follow((Accumulate)Rebuild(accumulate), output);
                break;
            case Alloc alloc:
                output.Add(Rebuild(alloc));
                // A store of zero makes a growing buffer longer: it changes something although zeros are what is there.
                if (!alloc.Growable) memory.Allocate(alloc.Buffer, function.Buffers[alloc.Buffer.Id].Element);
                break;
            case If choice:
                output.Add(Rebuild(choice));
                foreach (Block branch in choice.Blocks) Forget(branch);
                break;
            case For or While:
                foreach (Block block in statement.Blocks) ForgetAllButZero(block);
                output.Add(Rebuild(statement));
                break;
            default:
                output.Add(Rebuild(statement));
                break;
        }
    }

    private void Number(Let let, List<Statement> output)
    {
        Let rebuilt = (Let)Rebuild(let);
        Expression expression = Expression.Of(rebuilt, function.TypeOf(let.Result));
        if (available.TryGetValue(expression, out Value known))
        {
            Replace(let.Result, known);
            return;
        }

        available.Add(expression, let.Result);
        scope.Add(expression);
        addresses.Define(rebuilt);
        output.Add(rebuilt);
    }

    private void Number(Load load, List<Statement> output)
    {
        Load rebuilt = (Load)Rebuild(load);
        Address address = addresses.Of(rebuilt.Index);
        if (memory.Read(rebuilt.Buffer, address) is { } known)
        {
            Replace(load.Result, known);
            return;
        }

        memory.Learn(rebuilt.Buffer, address, load.Result);
        output.Add(rebuilt);
    }

    /// <summary>A store of what the element already holds is dropped.</summary>
    private void Follow(Store store, List<Statement> output)
    {
        Address address = addresses.Of(store.Index);
        if (memory.Read(store.Buffer, address) == store.Operand) return;
        output.Add(store);
        Write(store.Buffer, address, store.Operand);
    }

    /// <summary>What is added to zero is stored.</summary>
    private void Follow(Accumulate accumulate, List<Statement> output)
    {
        Address address = addresses.Of(accumulate.Index);
        ScalarType element = function.Buffers[accumulate.Buffer.Id].Element;
        bool isStore = (ignoresZeroSigns || !element.IsFloat()) && memory.Read(accumulate.Buffer, address) == Atom.Zero(element);
        output.Add(isStore ? new Store(accumulate.Buffer, accumulate.Index, accumulate.Operand) { Line = accumulate.Line } : accumulate);
        Write(accumulate.Buffer, address, isStore ? accumulate.Operand : null);
    }

    private void Write(Ir.Buffer buffer, Address address, Atom? element)
    {
        foreach (Ir.Buffer user in users)
        {
            if (user != buffer && effects.MayAlias(user, buffer)) memory.Forget(user);
        }

        memory.Write(buffer, address, element);
    }

    private void Forget(Block block)
    {
        foreach (Ir.Buffer written in effects.Written(block).Members()) memory.Forget(written);
    }

    /// <summary>On the way into a loop: what any iteration writes is unknown, but a buffer that only ever gets zeros stays zero.</summary>
    private void ForgetAllButZero(Block block)
    {
        foreach (Ir.Buffer written in effects.Written(block).Members())
        {
            if (!(memory.IsZero(written) && OnlyZeros(block, written))) memory.Forget(written);
        }
    }

    private bool OnlyZeros(Block block, Ir.Buffer buffer) => block.Statements.All(statement => statement switch
    {
        Store store when effects.MayAlias(store.Buffer, buffer) => store.Operand == Atom.Zero(function.Buffers[buffer.Id].Element),
        Accumulate => !effects.Writes(statement, buffer),
        _ => statement.Blocks.All(inner => OnlyZeros(inner, buffer)),
    });

    private void Replace(Value value, Atom known)
    {
        substitution.Set(value, known);
        table.HandOnName(value, known);
    }
}
