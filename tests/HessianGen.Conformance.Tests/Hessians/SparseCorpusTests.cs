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
    private const string Everything = "Derivatives.Default | Derivatives.Value | Derivatives.HessianDiagonal";

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
        string[] sources = [.. row.Sources.Select(text => text.Replace(Everything, "Derivatives.SparseHessian", StringComparison.Ordinal))];
        SparseMembers members = SparseMembers.Of(new GeneratorHarness(new DerivativeGenerator()).RunOnce(sources));
        HyperDualOracle oracle = HyperDualOracle.Of(sources);
        int[] distances = [];
        foreach (ArgumentList arguments in row.Sizes.Select(size => new ArgumentList(members.Method, row.Sample(seed: 1, size))).Where(ConformanceSubject.IsSmall))
        {
            int n = arguments.Point.Length;
            SparsityPattern pattern = members.Pattern(arguments.Copy());
            double[] gradient = new double[n], values = new double[pattern.Count], dense = new double[n * n];
            double value = members.Hessian(arguments.Copy(), pattern, gradient, values);
            pattern.ToDense(values, dense);
            Close.To(oracle.Value(arguments), value, row.Tolerance, row.Name);
            Close.To(oracle.Gradient(arguments), gradient, row.Tolerance, row.Name);
            Close.To(oracle.Hessian(arguments), dense, row.Tolerance, row.Name);
            distances = pattern.Distances.ToArray();
        }

        return $"diagonals {string.Join(", ", distances)}";
    }
}
