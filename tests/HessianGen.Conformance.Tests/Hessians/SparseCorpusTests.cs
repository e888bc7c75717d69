using Corpus;
using HessianGen.Compiler;
using HessianGen.Conformance.Tests.Products;
using HessianGen.Generator;
using HessianGen.Testing.Generation;
using HessianGen.Testing.Oracles;
using HessianGen.Testing.Snapshots;
using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Hessians;

/// <summary>Which methods of the corpus have sparse Hessians, and why the others have none: nothing stops being one unseen.</summary>
public sealed class SparseCorpusTests
{
    [Fact]
    public void TheCorpus_BySparsity()
    {
        (string Name, string Group)[] rows = [.. CorpusTable.Rows.Where(row => row.Awaits is null).AsParallel().AsOrdered().Select(row => (row.Name, Checked(row)))];
        IEnumerable<string> groups = rows.GroupBy(row => row.Group).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{g.Key}: {g.Count()}\n{string.Join("\n", g.Select(row => "    " + row.Name))}\n");
        Snapshot.Match(this, string.Join("\n", groups));
    }

    /// <summary>The diagonals of the method's Hessian, which is checked; or why it has none.</summary>
    private static string Checked(CorpusRow row)
    {
        if (CompilerPipeline.Obstacle(ParsedSource.Of(row.Sources), Product.SparseHessian, default) is { } obstacle) return obstacle;
        string[] sources = CorpusTheory.Asking(row, "Derivatives.SparseHessian");
        SparseMembers members = SparseMembers.Of(new GeneratorHarness(new DerivativeGenerator()).RunOnce(sources));
        HyperDualOracle oracle = HyperDualOracle.Of(sources);
        int[] distances = [];
        foreach (ArgumentList arguments in row.Sizes.Select(size => new ArgumentList(members.Method, row.Sample(seed: 1, size))).Where(ConformanceSubject.IsSmall))
        {
            distances = SparseChecks.AgreesWithHyperDualNumbers(members, oracle, arguments, row.Tolerance, row.Name).Distances.ToArray();
        }

        return $"diagonals {string.Join(", ", distances)}";
    }
}
