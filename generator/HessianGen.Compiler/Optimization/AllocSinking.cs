using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Optimization;

/// <summary>Moves the allocation of a scratch buffer into the loop that uses it, so that the buffer is private to the iteration.</summary>
/// <remarks>
/// <code>
/// alloc B[n]                        for i in …
/// for i in …                  →         alloc B[n]
///     for k in 0..n: B[k] = …           for k in 0..n: B[k] = …
///     … = B[k]                          … = B[k]
/// </code>
/// where nothing outside the loop touches B, and <see cref="Coverage"/> proves that no iteration reads what it did not write.
/// Users write their <c>stackalloc</c> before the loop; differentiation needs to see that the iterations are independent.
/// </remarks>
internal sealed class AllocSinking : IrRewriter
{
    private readonly BufferEffects effects;
    private readonly IndexFacts facts;

    private AllocSinking(Function function)
    {
        effects = new(function);
        facts = new(function);
    }

    /// <summary>The function with scratch buffers allocated in the iterations that use them.</summary>
    public static Function Run(Function function) => new AllocSinking(function).Rewrite(function);

    protected override Block RewriteBlock(Block block) => base.RewriteBlock(Sink(block));

    protected override void RewriteStatement(Statement statement, List<Statement> output)
    {
        if (statement is not For loop)
        {
            output.Add(Rebuild(statement));
            return;
        }

        long? bound = facts.Enter(loop);
        output.Add(Rebuild(loop));
        facts.Leave(loop, bound);
    }

    /// <summary>The block with its allocations moved one loop down where they may be.</summary>
    private Block Sink(Block block)
    {
        Dictionary<int, List<Statement>> prefixes = [];
        HashSet<int> moved = [];
        for (int i = 0; i < block.Statements.Count; i++)
        {
            if (block.Statements[i] is not Alloc { Growable: false } alloc || UserOf(alloc, block, i) is not { } user) continue;
            moved.Add(i);
            if (!prefixes.TryGetValue(user, out List<Statement>? prefix)) prefixes[user] = prefix = [];
            prefix.Add(alloc);
        }

        if (moved.Count == 0) return block;
        List<Statement> statements = [];
        for (int i = 0; i < block.Statements.Count; i++)
        {
            if (moved.Contains(i)) continue;
            statements.Add(prefixes.TryGetValue(i, out List<Statement>? prefix) ? Prepend(prefix, (For)block.Statements[i]) : block.Statements[i]);
        }

        return block with { Statements = statements.ToEquatableArray() };
    }

    /// <summary>The position of the only statement that touches the buffer, where that is a loop whose iterations do not share it; else null.</summary>
    private int? UserOf(Alloc alloc, Block block, int position)
    {
        int? user = null;
        for (int i = position + 1; i < block.Statements.Count; i++)
        {
            Statement statement = block.Statements[i];
            if (!effects.Reads(statement, alloc.Buffer) && !effects.Writes(statement, alloc.Buffer)) continue;
            if (user is not null || statement is not For) return null;
            user = i;
        }

        if (user is null) return null;
        For loop = (For)block.Statements[user.Value];
        long? bound = facts.Enter(loop);
        bool isPrivate = new Coverage(alloc.Buffer, alloc.Extent, facts).Holds(loop.Body);
        facts.Leave(loop, bound);
        return isPrivate ? user : null;
    }

    private static For Prepend(List<Statement> statements, For loop) =>
        loop with { Body = loop.Body with { Statements = new([.. statements, .. loop.Body.Statements]) } };
}
