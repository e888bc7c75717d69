using Corpus;
using HessianGen.Conformance.Tests.Products;
using HessianGen.Generator;
using HessianGen.Testing.Generation;
using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Batches;

/// <summary>A method of the corpus with its members for one point and for batches.</summary>
internal sealed class BatchSubject
{
    private static readonly int[] Counts = [33, 0, 1, 7, 8, 9, 16, 17, 31];

    public BatchSubject(CorpusRow row)
    {
        Row = row;
        string asked = string.Join(" | ", Products(row).Append(Derivatives.Batch).Select(product => $"Derivatives.{product}"));
        string[] sources = CorpusTheory.Asking(row, asked);
        GeneratorOutcome outcome = new GeneratorHarness(new DerivativeGenerator()).RunOnce(sources);
        (Members, One) = (BatchMembers.Of(outcome), GeneratedMembers.Of(outcome));
    }

    /// <summary>Two of the products, which take turns from method to method: half the time of all of them.</summary>
    private static IEnumerable<Derivatives> Products(CorpusRow row)
    {
        int turn = CorpusTable.Rows.TakeWhile(other => other != row).Count(), all = ProductMember.Rows.Count;
        return [ProductMember.Rows[turn % all].Product, ProductMember.Rows[(turn + 2) % all].Product];
    }

    public CorpusRow Row { get; }

    public BatchMembers Members { get; }

    public GeneratedMembers One { get; }

    /// <summary>Batches around every number of lanes, at sizes that take turns; with padding and without.</summary>
    public IEnumerable<Batch> Batches
    {
        get
        {
            int[] sizes = [.. Row.Sizes.Where(size => size <= ConformanceSubject.SmallSize)];
            for (int k = 0; k < Counts.Length; k++) yield return Batch(Counts[k], Counts[k] + k % 3 * 3, sizes[k % sizes.Length]);
        }
    }

    public Batch Batch(int count, int stride, int size) => new(Members.Method, [.. Enumerable.Range(1, count).Select(seed => Row.Sample(seed, size))], stride);

    /// <summary>The number of variables of one instance.</summary>
    public int Variables(Batch batch) => batch.Count > 0 ? batch[0].Point.Length : Members.Method.Parameters.Count(p => p is { IsVariable: true, Shape: ParameterShape.Scalar });

    /// <summary>The arguments of a batch of nothing, where they are not of an instance.</summary>
    public object[] Template => Row.Sample(1, Row.Sizes[0]);
}
