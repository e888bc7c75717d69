namespace HessianGen.Compiler.Ir;

/// <summary>Proves that each run of a block writes every element of a buffer that it reads, before it reads it.</summary>
/// <remarks>
/// Follows the block with the ranges of indices written so far. A store writes one index; a loop whose store moves on by as much
/// as it writes sweeps a range: after the loop the whole of it, within iteration i the part below. Ranges that touch join. A read
/// is proven if some range holds it, or if the whole buffer was written (a bad index throws in any case). What cannot be proven
/// counts as a read of something old.
/// </remarks>
internal sealed class Coverage(Buffer buffer, Atom extent, IndexFacts facts)
{
    /// <summary>More ranges than this are not remembered.</summary>
    private const int RangeLimit = 32;

    /// <summary>True while only the writes of a block are being collected.</summary>
    private bool isGathering;

    public bool Holds(Block block) => Visit(block, []);

    /// <summary>Appends to <paramref name="written"/> what the block surely writes; false where a read is not proven.</summary>
    private bool Visit(Block block, List<IndexRange> written)
    {
        foreach (Statement statement in block.Statements)
        {
            if (!Visit(statement, written)) return false;
        }

        written.RemoveAll(range => range.Mentions([.. block.Statements.SelectMany(s => s.Results)]));
        return true;
    }

    private bool Visit(Statement statement, List<IndexRange> written)
    {
        switch (statement)
        {
            case Load load: return load.Buffer != buffer || IsWritten(load.Index, written);
            case Accumulate accumulate: return accumulate.Buffer != buffer || IsWritten(accumulate.Index, written);
            case Store store:
                if (store.Buffer == buffer) Add(written, IndexRange.At(facts.Of(store.Index)));
                return true;
            case If choice: return Visit(choice, written);
            case For loop: return Visit(loop, written);
            case While loop: return Visit(loop.Test, [.. written]) && Visit(loop.Body, [.. written]);
            default: return true;
        }
    }

    /// <summary>After a branch that is written which both sides write.</summary>
    private bool Visit(If choice, List<IndexRange> written)
    {
        List<IndexRange> then = [.. written], otherwise = [.. written];
        if (!Visit(choice.Then, then) || !Visit(choice.Else, otherwise)) return false;
        foreach (IndexRange range in then)
        {
            if (otherwise.Any(other => Holds(other, range))) Add(written, range);
        }

        return true;
    }

    private bool Visit(For loop, List<IndexRange> written)
    {
        List<IndexRange> iteration = [], inIteration = [.. written];
        (bool wasGathering, isGathering) = (isGathering, true);
        long? bound = facts.Enter(loop);
        Visit(loop.Body, iteration);
        isGathering = wasGathering;
        iteration.RemoveAll(range => range.Mentions([.. loop.Carries.Select(c => c.Value)]));
        foreach (IndexRange range in iteration)
        {
            if (Sweep(range, loop, loop.Counter) is { } before) Add(inIteration, before);
        }

        bool isProven = isGathering || Visit(loop.Body, inIteration);
        facts.Leave(loop, bound);
        if (!isProven) return false;
        foreach (IndexRange range in iteration)
        {
            if (Sweep(range, loop, loop.End) is { } all) Add(written, all);
        }

        return true;
    }

    /// <summary>What the iterations from the loop's start up to, not including, <paramref name="end"/> write together; null where that is no range.</summary>
    private IndexRange? Sweep(IndexRange range, For loop, Atom end)
    {
        int counter = loop.Counter.Id;
        Polynomial width = range.High - range.Low, start = facts.Of(loop.Start), stop = facts.Of(end);
        if (loop.Step != 1 || width.Contains(counter) || range.Low.Split(counter) is not var (stride, _)) return null;
        if (stride.IsZero) return facts.IsNonNegative(stop - start - Polynomial.One) ? range : null;

        // Negative widths in negatively many iterations would look like a range.
        if (!stride.SameAs(width) || !(facts.IsNonNegative(width) || facts.IsNonNegative(stop - start))) return null;
        return new(range.Low.Substitute(counter, start), range.Low.Substitute(counter, stop));
    }

    private bool IsWritten(Atom index, List<IndexRange> written)
    {
        if (isGathering) return true;
        IndexRange read = IndexRange.At(facts.Of(index)), whole = new(Polynomial.Zero, facts.Of(extent));
        return written.Any(range => Holds(range, read) || Holds(range, whole));
    }

    private bool Holds(IndexRange outer, IndexRange inner) =>
        facts.IsNonNegative(inner.Low - outer.Low) && facts.IsNonNegative(outer.High - inner.High);

    private void Add(List<IndexRange> written, IndexRange range)
    {
        for (int i = written.Count - 1; i >= 0; i--)
        {
            IndexRange other = written[i];
            bool isAfter = other.High.SameAs(range.Low), isBefore = range.High.SameAs(other.Low);
            if (!isAfter && !isBefore) continue;

            // A range that may be empty the wrong way round stays beside what it joins.
            if (facts.IsNonNegative(other.High - other.Low) && facts.IsNonNegative(range.High - range.Low)) written.RemoveAt(i);
            range = isAfter ? new(other.Low, range.High) : new(range.Low, other.High);
        }

        if (written.Count < RangeLimit && !written.Any(other => Holds(other, range))) written.Add(range);
    }
}
