using Corpus;
using HessianGen.Testing.Generation;
using HessianGen.Testing.Oracles;
using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Products;

/// <summary>A method of the corpus with its generated members and its oracles, all compiled.</summary>
/// <param name="row">Where to evaluate the method.</param>
/// <param name="sources">The method's file and what it refers to.</param>
/// <param name="harness">What generates its members.</param>
internal sealed class ConformanceSubject(CorpusRow row, string[] sources, GeneratorHarness harness)
{
    /// <summary>Sizes up to this one are compared in full; above it, Hessians through their products alone.</summary>
    public const int SmallSize = 9;

    public CorpusRow Row { get; } = row;

    public GeneratedMembers Members { get; } = GeneratedMembers.Of(harness.Run(sources));

    public HyperDualOracle Oracle { get; } = HyperDualOracle.Of(sources);

    public PrimalFunction Primal { get; } = PrimalFunction.Of(sources);

    public SubjectMethod Method => Members.Method;

    /// <summary>Random points at every size, and the row's edges.</summary>
    public IEnumerable<ArgumentList> Points => SmoothPoints.Concat(Row.Edges.Select(edge => new ArgumentList(Method, edge)));

    /// <summary>Random points at every size: none lies exactly on a kink.</summary>
    public IEnumerable<ArgumentList> SmoothPoints =>
        from size in Row.Sizes
        from seed in Enumerable.Range(1, size > SmallSize ? 1 : 3)
        select new ArgumentList(Method, Row.Sample(seed, size));

    /// <summary>One point that every size but the empty ones is like.</summary>
    public ArgumentList TypicalPoint =>
        new(Method, Row.Sample(seed: 4, Row.Sizes.Where(size => size <= SmallSize).Max()));

    /// <summary>Whether a full Hessian by the oracle is quick at this point.</summary>
    public static bool IsSmall(ArgumentList arguments) =>
        arguments.Point.Length <= 32 && arguments.Copy().OfType<Array>().All(array => array.Length <= 100);

    /// <summary>A direction to multiply with.</summary>
    public static double[] Direction(ArgumentList arguments) => new Sampler(11).Vector(arguments.Point.Length);

    /// <summary>Calls a member on copies of the arguments, with its outputs full of what it must overwrite.</summary>
    public MemberCall Call(ProductMember member, ArgumentList arguments)
    {
        object[] copy = arguments.Copy();
        double[][] spans = NewSpans(member, arguments, garbage: double.NaN);
        double value = Members.Call(member, copy, spans);
        return new(value, spans, copy);
    }

    /// <summary>Spans for a member: inputs hold the direction, outputs the garbage.</summary>
    public static double[][] NewSpans(ProductMember member, ArgumentList arguments, double garbage) =>
        [.. member.Spans.Select(span => span.IsInput ? Direction(arguments) : Filled(span.Length(arguments.Point.Length), garbage))];

    private static double[] Filled(int length, double value)
    {
        double[] filled = new double[length];
        Array.Fill(filled, value);
        return filled;
    }
}
