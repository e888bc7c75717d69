namespace HessianGen.Compiler.Lowering;

/// <summary>Assignments that happen at once, put in an order in which none destroys what a later one reads.</summary>
internal static class ParallelCopy
{
    /// <remarks>
    /// <code>
    /// (a, b) = (b, a + b)      →      double old = a;   a = b;   b = old + b;
    /// </code>
    /// A cycle is cut by keeping one old value; <paramref name="newLocal"/> makes the variable for it.
    /// </remarks>
    public static IReadOnlyList<Copy> Order(IEnumerable<Copy> copies, Func<Local, Local> newLocal)
    {
        List<Copy> waiting = [.. copies.Where(c => c.Source is not LocalExpression source || source.Local != c.Target)];
        List<Copy> ordered = [];
        while (waiting.Count > 0)
        {
            int free = waiting.FindIndex(c => !waiting.Any(other => other.Target != c.Target && ExpressionTree.Reads(other.Source, c.Target)));
            if (free >= 0)
            {
                ordered.Add(waiting[free]);
                waiting.RemoveAt(free);
                continue;
            }

            Local kept = waiting[0].Target, old = newLocal(kept);
            ordered.Add(new(old, new LocalExpression(kept)));
            waiting = [.. waiting.Select((c, i) => c with { Source = i == 0 ? c.Source : ExpressionTree.Replace(c.Source, kept, old) })];
        }

        return ordered;
    }
}
