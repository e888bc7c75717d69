using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Lowering;

/// <summary>Drops assignments to variables that nobody reads any more: what a branch that is never taken leaves behind.</summary>
internal static class UnusedLocals
{
    public static KernelBlock Remove(KernelBlock body)
    {
        while (true)
        {
            HashSet<Local> read = [.. KernelTree.Statements(body).SelectMany(KernelTree.Nodes).OfType<LocalExpression>().Select(l => l.Local)];
            KernelBlock result = Remove(body, read);
            if (ReferenceEquals(result, body)) return body;
            body = result;
        }
    }

    private static KernelBlock Remove(KernelBlock block, HashSet<Local> read)
    {
        List<KernelStatement> kept = [];
        bool changed = false;
        foreach (KernelStatement statement in block.Statements)
        {
            if (statement is AssignLocal assignment && !read.Contains(assignment.Local))
            {
                changed = true;
                continue;
            }

            KernelStatement inner = Remove(statement, read);
            changed |= !ReferenceEquals(inner, statement);
            kept.Add(inner);
        }

        return changed ? new(kept.ToEquatableArray()) : block;
    }

    private static KernelStatement Remove(KernelStatement statement, HashSet<Local> read)
    {
        switch (statement)
        {
            case ForStatement loop:
                KernelBlock body = Remove(loop.Body, read);
                return ReferenceEquals(body, loop.Body) ? loop : loop with { Body = body };
            case WhileStatement loop:
                KernelBlock repeated = Remove(loop.Body, read);
                return ReferenceEquals(repeated, loop.Body) ? loop : loop with { Body = repeated };
            case IfStatement choice:
                KernelBlock then = Remove(choice.Then, read), otherwise = Remove(choice.Else, read);
                return ReferenceEquals(then, choice.Then) && ReferenceEquals(otherwise, choice.Else) ? choice : choice with { Then = then, Else = otherwise };
            default: return statement;
        }
    }
}
