namespace HessianGen.Compiler.Ir;

/// <summary>What statements do to buffers, nested regions included.</summary>
internal static class Effects
{
    /// <summary>All statements of a block and of the regions inside it, in order.</summary>
    public static IEnumerable<Statement> All(Block block) => block.Statements.SelectMany(All);

    /// <inheritdoc cref="All(Block)"/>
    public static IEnumerable<Statement> All(Statement statement)
    {
        yield return statement;
        foreach (Block block in statement.Blocks)
        {
            foreach (Statement inner in All(block)) yield return inner;
        }
    }

    /// <summary>Every value read anywhere in a statement, once per reading.</summary>
    public static IEnumerable<Value> Uses(Statement statement)
    {
        foreach (Statement inner in All(statement))
        {
            foreach (Atom operand in inner.Operands)
            {
                if (operand.IsValue) yield return operand.Value;
            }

            foreach (Block block in inner.Blocks)
            {
                foreach (Atom yielded in block.Yields)
                {
                    if (yielded.IsValue) yield return yielded.Value;
                }
            }
        }
    }

    /// <summary>Every value defined anywhere in a statement: results, counters and carried values.</summary>
    public static IEnumerable<Value> Definitions(Statement statement) => All(statement).SelectMany(s => s.Results.Concat(Bound(s)));

    /// <summary>The values defined in a statement and its blocks, each with the statement that defines it.</summary>
    public static Dictionary<Value, Statement> Definers(Statement statement)
    {
        Dictionary<Value, Statement> definers = [];
        foreach (Statement inner in All(statement))
        {
            foreach (Value value in inner.Results.Concat(Bound(inner))) definers[value] = inner;
        }

        return definers;
    }

    /// <summary>The values that a loop binds for its body.</summary>
    public static IEnumerable<Value> Bound(Statement statement) => statement switch
    {
        For loop => loop.Carries.Select(c => c.Value).Prepend(loop.Counter),
        While loop => loop.Carries.Select(c => c.Value),
        _ => [],
    };

    public static IEnumerable<Buffer> Reads(Statement statement) => All(statement).OfType<Load>().Select(l => l.Buffer);

    public static IEnumerable<Buffer> Allocates(Statement statement) => All(statement).OfType<Alloc>().Select(a => a.Buffer);

    /// <summary>The buffers changed by a statement, allocations included.</summary>
    public static IEnumerable<Buffer> Writes(Statement statement) => All(statement).Select(Written).Where(b => b is not null).Select(b => b!.Value);

    /// <summary>The writes themselves, with their indices.</summary>
    public static IEnumerable<(Buffer Buffer, Atom Index)> Stores(Statement statement)
    {
        foreach (Statement inner in All(statement))
        {
            if (inner is Store store) yield return (store.Buffer, store.Index);
            if (inner is Accumulate accumulate) yield return (accumulate.Buffer, accumulate.Index);
        }
    }

    private static Buffer? Written(Statement statement) => statement switch
    {
        Store store => store.Buffer,
        Accumulate accumulate => accumulate.Buffer,
        Alloc alloc => alloc.Buffer,
        _ => null,
    };
}
