using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>Leaves out the writes to given buffers: what an iteration that is run again has already written.</summary>
internal static class DroppedWrites
{
    public static IEnumerable<Statement> From(IEnumerable<Statement> statements, HashSet<Ir.Buffer> buffers)
    {
        foreach (Statement statement in statements)
        {
            if (statement is Store store && buffers.Contains(store.Buffer)) continue;
            if (statement is Accumulate accumulate && buffers.Contains(accumulate.Buffer)) continue;
            yield return !Effects.Writes(statement).Any(buffers.Contains) ? statement : statement switch
            {
                For loop => loop with { Body = From(loop.Body, buffers) },
                While loop => loop with { Body = From(loop.Body, buffers) },
                If choice => choice with { Then = From(choice.Then, buffers), Else = From(choice.Else, buffers) },
                _ => statement,
            };
        }
    }

    private static Block From(Block block, HashSet<Ir.Buffer> buffers) => block with { Statements = From(block.Statements, buffers).ToEquatableArray() };
}
