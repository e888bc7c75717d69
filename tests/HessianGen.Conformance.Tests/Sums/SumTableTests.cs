using Corpus;
using HessianGen.Testing.Snapshots;

namespace HessianGen.Conformance.Tests.Sums;

/// <summary>Which methods of the corpus are sums of terms, and why the others are not: nothing stops being one unseen.</summary>
public sealed class SumTableTests
{
    [Fact]
    public void TheCorpus_AsSums()
    {
        (string Name, string? Reason)[] rows = [.. CorpusTable.Rows.Where(row => row.Awaits is null).Select(row => (row.Name, Sums.ReasonAgainst(row.Sources)))];
        IEnumerable<string> groups = rows.GroupBy(row => row.Reason ?? "a sum of terms").OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{g.Key}: {g.Count()}\n{string.Join("\n", g.Select(row => "    " + row.Name))}\n");
        Snapshot.Match(this, string.Join("\n", groups));
    }
}
