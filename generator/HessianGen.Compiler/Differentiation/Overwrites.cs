using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>
/// Puts a load of the old value before every store whose buffer may have been read since it was allocated: an adjoint of
/// that earlier reading will want the old value back (Griewank and Walther, section 4.2, "to be recorded").
/// </summary>
/// <remarks>
/// <code>
///   a = x[k]                     a = x[k]
///   x[k] = b            →        old = x[k]
///                                x[k] = b
/// </code>
/// </remarks>
internal sealed class Overwrites(IrBuilder builder, Independence independence, HashSet<Value> homes, HashSet<Value> old)
{
    public Block Run(Block body) => Visit(body, []);

    private Block Visit(Block block, HashSet<Ir.Buffer> read)
    {
        List<Statement> result = [];
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Load load:
                    read.Add(load.Buffer);
                    break;
                case Store store when read.Contains(store.Buffer):
                    result.Add(Old(store.Buffer, store.Index, store.Line));
                    break;
                case Accumulate accumulate when read.Contains(accumulate.Buffer):
                    result.Add(Old(accumulate.Buffer, accumulate.Index, accumulate.Line));
                    break;
                case Alloc alloc:
                    read.Remove(alloc.Buffer);
                    break;
            }

            result.Add(Visit(statement, read));
        }

        return new(result.ToEquatableArray(), block.Yields);
    }

    private Statement Visit(Statement statement, HashSet<Ir.Buffer> read)
    {
        switch (statement)
        {
            case For loop:
                EnterLoop(loop, read);
                Block body = Visit(loop.Body, read);
                read.UnionWith(HomesIn(loop));
                return loop with { Body = body };
            case While loop:
                EnterLoop(loop, read);
                return loop with { Test = Visit(loop.Test, read), Body = Visit(loop.Body, read) };
            case If choice:
                HashSet<Ir.Buffer> other = [.. read];
                Block then = Visit(choice.Then, read), otherwise = Visit(choice.Else, other);
                read.UnionWith(other);
                return choice with { Then = then, Else = otherwise };
            default:
                return statement;
        }
    }

    /// <summary>
    /// An iteration may follow any other: what the loop reads anywhere, and what is read back from its homes, has been read.
    /// A home is read back before its own iteration is undone, so one that no other iteration stores to does not count.
    /// </summary>
    private void EnterLoop(Statement loop, HashSet<Ir.Buffer> read)
    {
        HashSet<Ir.Buffer> local = [.. Effects.Allocates(loop)], direct = [.. Effects.Reads(loop).Where(b => !local.Contains(b))];
        read.UnionWith(direct);
        read.UnionWith(HomesIn(loop).Where(b => loop is not For counted || direct.Contains(b) || !independence.StoresAreDisjoint(counted, b)));
    }

    private IEnumerable<Ir.Buffer> HomesIn(Statement loop)
    {
        HashSet<Ir.Buffer> local = [.. Effects.Allocates(loop)];
        return Effects.All(loop).OfType<Store>().Where(s => s.Operand.IsValue && homes.Contains(s.Operand.Value) && !local.Contains(s.Buffer)).Select(s => s.Buffer);
    }

    private Load Old(Ir.Buffer buffer, Atom index, int line)
    {
        builder.Line = line;
        BufferInfo info = builder.Info(buffer);
        Value value = builder.NewValue(info.Element, info.Name is { } name ? name + "Before" : null);
        old.Add(value);
        return new(value, buffer, index) { Line = line };
    }
}
