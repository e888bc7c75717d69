using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

internal sealed partial class Vjp
{
    /// <summary>Emits the adjoint of statement <paramref name="k"/> and returns the statement as the forward sweep must run it (with what it records).</summary>
    private Statement Reverse(Statement[] statements, int k, Adjoints adjoints, Scope scope)
    {
        Statement statement = statements[k];
        builder.Line = statement.Line;
        switch (statement)
        {
            case Let let: Reverse(let, adjoints); return let;
            case Load load: Reverse(load, adjoints); return load;
            case Store store:
                Reverse(store, adjoints);
                Restore(statements, k, store.Buffer, store.Index);
                return store;
            case Accumulate accumulate:
                if (Adjoint(accumulate.Buffer) is { } view && facts.IsActive(accumulate.Operand))
                {
                    adjoints.Add(accumulate.Operand, builder.Load(view.Buffer, view.Index(builder, accumulate.Index)));
                }

                Restore(statements, k, accumulate.Buffer, accumulate.Index);
                return accumulate;
            case For loop when !Matters(loop): return loop;
            case For { IsIndependent: true } loop: return ReverseIndependent(loop, adjoints, scope);
            case For loop: return ReverseRecorded(loop, adjoints, scope);
            case While loop: return Matters(loop) ? ReverseRecorded(loop, adjoints, scope) : loop;
            case If choice: return Matters(choice) ? Reverse(choice, adjoints, scope) : choice;
            default: return statement;
        }
    }

    private void Reverse(Let let, Adjoints adjoints)
    {
        if (adjoints.Take(let.Result) is not { } seed) return;
        Term[] operands = [.. let.Arguments.Select(a => new Term(builder, a))];
        bool isSquare = let.Primitive == Primitives.Mul && let.Arguments[0].Equals(let.Arguments[1]);
        for (int i = 0; i < (isSquare ? 1 : operands.Length); i++)
        {
            if (let.Primitive.Propagations[i] is not { } propagate || !facts.IsActive(let.Arguments[i])) continue;

            // What x · x hands to x twice is doubled, while it is a number of its own, and added once.
            Term share = new(builder, seed);
            adjoints.Add(let.Arguments[i], propagate(operands, new(builder, let.Result), isSquare ? share + share : share));
        }
    }

    private void Reverse(Load load, Adjoints adjoints)
    {
        if (adjoints.Take(load.Result) is { } seed && Adjoint(load.Buffer) is { } view)
        {
            builder.Accumulate(view.Buffer, view.Index(builder, load.Index), seed);
        }
    }

    private void Reverse(Store store, Adjoints adjoints)
    {
        if (Adjoint(store.Buffer) is not { } view) return;
        Atom index = view.Index(builder, store.Index);
        if (facts.IsActive(store.Operand)) adjoints.Add(store.Operand, builder.Load(view.Buffer, index));
        builder.Store(view.Buffer, index, Atom.Zero(builder.Info(view.Buffer).Element));
    }

    /// <summary>Puts back what a store overwrote, where it was found that an adjoint may read it.</summary>
    private void Restore(Statement[] statements, int k, Ir.Buffer buffer, Atom index)
    {
        int before = k - 1;
        while (before >= 0 && statements[before] is Let) before--;
        if (before >= 0 && statements[before] is Load old && old.Buffer == buffer && facts.IsOld(old.Result)) builder.Store(buffer, index, old.Result);
    }

    /// <summary>Each branch is reversed in the same branch of a second <c>if</c>; what it needs from inside the first is handed out of it.</summary>
    private Statement Reverse(If choice, Adjoints adjoints, Scope scope)
    {
        Value[] free = FreeActive(choice);
        Atom?[] seeds = [.. choice.Outputs.Select(adjoints.Take)];
        Exports exports = new(builder, choice);
        (Block then, Statement[] forwardThen) = ReverseBranch(choice.Then, exports.Then, free, seeds, adjoints, scope);
        (Block otherwise, Statement[] forwardElse) = ReverseBranch(choice.Else, exports.Else, free, seeds, adjoints, scope);
        Value[] outputs = [.. free.Select(f => builder.NewValue(builder.TypeOf(f), AdjointName(f)))];
        builder.Emit(new If(new(outputs), choice.Condition, then, otherwise));
        for (int i = 0; i < free.Length; i++) adjoints.Set(free[i], outputs[i]);
        return exports.Extend(forwardThen, forwardElse);
    }

    private (Block Reverse, Statement[] Forward) ReverseBranch(
        Block branch, Func<Value, Atom> export, Value[] free, Atom?[] seeds, Adjoints adjoints, Scope scope)
    {
        Adjoints inner = NewAdjoints();
        foreach (Value value in free)
        {
            if (adjoints.Get(value) is { } adjoint) inner.Set(value, adjoint);
        }

        builder.Open();
        Statement[] forward = [.. branch.Statements];
        Rematerializer rematerializer = new(builder, facts, forward, export);
        for (int i = 0; i < seeds.Length; i++)
        {
            if (seeds[i] is { } seed) inner.Add(branch.Yields[i], seed);
        }

        rematerializer.Add(forward.Length, builder.Close().Statements);
        ReverseInto(rematerializer, forward, inner, scope);
        builder.Open();
        Atom[] yields = rematerializer.Finish([.. free.Select(inner.GetOrZero)]);
        return (builder.Close(yields), forward);
    }

    /// <summary>Reverses the statements of a region whose forward part stands elsewhere; their forward forms replace them in the array.</summary>
    private void ReverseInto(Rematerializer rematerializer, Statement[] forward, Adjoints adjoints, Scope scope)
    {
        for (int k = forward.Length - 1; k >= 0; k--)
        {
            builder.Open();
            forward[k] = Reverse(forward, k, adjoints, scope with { Twins = null });
            rematerializer.Add(k, builder.Close().Statements);
        }
    }

    private View? Adjoint(Ir.Buffer buffer) => facts.IsActive(buffer) && adjointBuffers.TryGetValue(buffer, out View view) ? view : null;

    private string? AdjointName(Value value) => builder.Info(value).Name is { } name ? name + "Bar" : null;

    /// <summary>True where reversing has anything to do: an active value or buffer is touched, or a buffer must be restored.</summary>
    private bool Matters(Statement statement) =>
        Effects.Definitions(statement).Any(v => facts.IsActive(v) || facts.IsOld(v)) || Effects.Writes(statement).Any(facts.IsActive);

    /// <summary>The active scalars from outside that the regions of a statement read: their adjoints collect contributions there.</summary>
    private Value[] FreeActive(Statement statement)
    {
        HashSet<Value> defined = [.. Effects.Definitions(statement)];
        IEnumerable<Value> used = statement.Blocks.SelectMany(b =>
            b.Statements.SelectMany(Effects.Uses).Concat(b.Yields.Where(y => y.IsValue).Select(y => y.Value)));
        return [.. used.Where(v => facts.IsActive(v) && !defined.Contains(v)).Distinct()];
    }
}
