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
    private readonly Address[] addresses;
    private readonly Ir.Buffer[] users;
    private readonly ValueTable table;
    private KnownMemory memory;

    private ValueNumbering(Function function)
    {
        this.function = function;
        effects = new(function);
        table = new(function);
        substitution = new(function.Values.Count);
        addresses = new Address[function.Values.Count];
        memory = new(function.Buffers.Count);
        users = [.. function.Parameters.OfType<BufferParameter>().Where(p => p.Role == ParameterRole.User).Select(p => p.Buffer)];
    }

    /// <summary>The function with every value computed once where its first computation dominates the others.</summary>
    public static Function Run(Function function)
    {
        ValueNumbering pass = new(function);
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
                Accumulate added = (Accumulate)Rebuild(accumulate);
                output.Add(added);
                Write(added.Buffer, AddressOf(added.Index), null);
                break;
            case Alloc alloc:
                output.Add(Rebuild(alloc));
                memory.Allocate(alloc.Buffer, function.Buffers[alloc.Buffer.Id].Element);
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
        addresses[let.Result.Id] = Sum(rebuilt);
        output.Add(rebuilt);
    }

    private void Number(Load load, List<Statement> output)
    {
        Load rebuilt = (Load)Rebuild(load);
        Address address = AddressOf(rebuilt.Index);
        if (memory.Read(rebuilt.Buffer, address) is { } known)
        {
            Replace(load.Result, known);
            return;
        }

        memory.Set(rebuilt.Buffer, address, load.Result);
        output.Add(rebuilt);
    }

    /// <summary>A store of what the element already holds is dropped.</summary>
    private void Follow(Store store, List<Statement> output)
    {
        Address address = AddressOf(store.Index);
        if (memory.Read(store.Buffer, address) == store.Operand) return;
        output.Add(store);
        Write(store.Buffer, address, store.Operand);
    }

    private void Write(Ir.Buffer buffer, Address address, Atom? element)
    {
        foreach (Ir.Buffer user in users)
        {
            if (user != buffer && effects.MayAlias(user, buffer)) memory.Forget(user);
        }

        memory.Set(buffer, address, element);
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

    private Address AddressOf(Atom index)
    {
        if (index.IsConstant) return Address.Of(index);
        Address known = addresses[index.Value.Id];
        return known == default ? Address.Of(index) : known;
    }

    /// <summary>The address of x + c and x − c, so that neighbours are told apart; default for anything else.</summary>
    private Address Sum(Let let)
    {
        bool isSum = let.Primitive == Primitives.Add, isDifference = let.Primitive == Primitives.Sub;
        if (!isSum && !isDifference) return default;
        (Atom x, Atom c) = let.Arguments[0].IsConstant && isSum ? (let.Arguments[1], let.Arguments[0]) : (let.Arguments[0], let.Arguments[1]);
        ScalarType type = function.TypeOf(let.Result);
        if (!type.IsInteger() || !c.IsConstant || x.IsConstant) return default;
        Address address = AddressOf(x);
        return address with { Offset = Integers.Wrap(unchecked(isSum ? address.Offset + c.Integer : address.Offset - c.Integer), type) };
    }

    private void Replace(Value value, Atom known)
    {
        substitution.Set(value, known);
        table.HandOnName(value, known);
    }
}
