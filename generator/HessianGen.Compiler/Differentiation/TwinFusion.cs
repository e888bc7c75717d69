using HessianGen.Compiler.Ir;

namespace HessianGen.Compiler.Differentiation;

/// <summary>
/// Drops a forward loop whose reverse computes the same sums, where the reverse does not depend on them: what stands
/// between the two and does depend on them moves behind.
/// </summary>
/// <remarks>
/// <code>
///   s = forward loop             seed = 1/N
///   L = s/N              →       s, w̄ = reverse loop(seed)
///   seed = 1/N                   L = s/N
///   w̄ = reverse loop(seed)
/// </code>
/// </remarks>
internal static class TwinFusion
{
    public static IEnumerable<Statement> Run(List<Statement> statements, IEnumerable<Twin> twins)
    {
        foreach (Twin twin in twins)
        {
            int from = statements.FindIndex(s => ReferenceEquals(s, twin.Forward)), to = statements.FindIndex(s => ReferenceEquals(s, twin.Reverse));
            if (from < 0 || to < from || !TrySplit(statements, from, to, out List<Statement> before, out List<Statement> after)) continue;
            EquatableArray<Value> sums = twin.Forward.Outputs;
            For fused = twin.Reverse with { Outputs = sums.Concat(twin.Reverse.Outputs.Skip(sums.Count)).ToEquatableArray() };
            statements = [.. statements.Take(from), .. before, fused, .. after, .. statements.Skip(to + 1)];
        }

        return statements;
    }

    /// <summary>Parts what lies between the loops into what the sums do not reach and what they do; false where they reach the reverse loop.</summary>
    private static bool TrySplit(List<Statement> statements, int from, int to, out List<Statement> before, out List<Statement> after)
    {
        (before, after) = ([], []);
        HashSet<Value> values = [.. statements[from].Results];
        HashSet<Ir.Buffer> read = [], stored = [], accumulated = [];
        for (int i = from + 1; i <= to; i++)
        {
            Statement statement = statements[i];
            bool depends = Effects.Uses(statement).Any(values.Contains)
                || Effects.Reads(statement).Any(b => stored.Contains(b) || accumulated.Contains(b))
                || Effects.Writes(statement).Any(b => stored.Contains(b) || read.Contains(b))
                || Overwritten(statement).Any(accumulated.Contains);
            if (i == to) return !depends;
            (depends ? after : before).Add(statement);
            if (!depends) continue;
            values.UnionWith(statement.Results);
            read.UnionWith(Effects.Reads(statement));
            stored.UnionWith(Overwritten(statement));
            accumulated.UnionWith(Effects.All(statement).OfType<Accumulate>().Select(a => a.Buffer));
        }

        return false;
    }

    /// <summary>The buffers that a statement does more to than add: sums may change their order, other writes may not.</summary>
    private static IEnumerable<Ir.Buffer> Overwritten(Statement statement) =>
        Effects.All(statement).Select(s => s switch { Store store => store.Buffer, Alloc alloc => alloc.Buffer, _ => (Ir.Buffer?)null }).OfType<Ir.Buffer>();
}
