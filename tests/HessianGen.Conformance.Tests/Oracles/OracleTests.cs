using Corpus;
using HessianGen.Testing.Oracles;
using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Oracles;

/// <summary>The two oracles share nothing: where they agree on a method, both can be trusted on it.</summary>
public sealed class OracleTests
{
    private const double FiniteDifferenceTolerance = 1e-6;

    [Theory]
    [MemberData(nameof(CorpusTheory.AllRows), MemberType = typeof(CorpusTheory))]
    public void HyperDualValue_IsTheMethodsOwn_ToTheLastBit(string name)
    {
        (CorpusRow row, HyperDualOracle oracle, PrimalFunction primal) = Subject(name);
        foreach (object[] sample in row.Sizes.Select(size => row.Sample(seed: 1, size)).Concat(row.Edges))
        {
            ArgumentList arguments = new(oracle.Method, sample);
            double expected = primal.Value(arguments), actual = oracle.Value(arguments);
            if (oracle.Method.Element == "double")
            {
                Assert.Equal(expected, actual);
            }
            else
            {
                Close.To(expected, actual, row.Tolerance, "value");
            }
        }
    }

    [Theory]
    [MemberData(nameof(CorpusTheory.AllRows), MemberType = typeof(CorpusTheory))]
    public void FiniteDifferencesOfTheMethod_AgreeWithTheHyperDualGradient(string name)
    {
        (CorpusRow row, HyperDualOracle oracle, PrimalFunction primal) = Subject(name);
        bool isDouble = oracle.Method.Element == "double";
        foreach (ArgumentList arguments in SmoothPoints(row, oracle.Method))
        {
            double[] differences = FiniteDifferences.Gradient(
                x => isDouble ? primal.Value(arguments, x) : oracle.Value(arguments, x), arguments.Point);
            Close.To(oracle.Gradient(arguments), differences, FiniteDifferenceTolerance, "gradient");
        }
    }

    [Theory]
    [MemberData(nameof(CorpusTheory.AllRows), MemberType = typeof(CorpusTheory))]
    public void FiniteDifferencesOfTheGradient_AgreeWithTheHyperDualHessian(string name)
    {
        (CorpusRow row, HyperDualOracle oracle, _) = Subject(name);
        foreach (ArgumentList arguments in SmoothPoints(row, oracle.Method))
        {
            double[] direction = new Sampler(7).Vector(arguments.Point.Length);
            double[] differences = FiniteDifferences.HessianVectorProduct(
                x => oracle.Gradient(arguments, x), arguments.Point, direction);
            Close.To(oracle.HessianVectorProduct(arguments, direction), differences, FiniteDifferenceTolerance, "product");
        }
    }

    [Theory]
    [MemberData(nameof(CorpusTheory.AllRows), MemberType = typeof(CorpusTheory))]
    public void HyperDualHessian_AgreesWithItsProductsAndItsDiagonal(string name)
    {
        (CorpusRow row, HyperDualOracle oracle, _) = Subject(name);
        ArgumentList arguments = SmoothPoints(row, oracle.Method).Last();
        double[] hessian = oracle.Hessian(arguments), direction = new Sampler(7).Vector(arguments.Point.Length);
        Close.To(Matrix.Times(hessian, direction), oracle.HessianVectorProduct(arguments, direction), 1e-12, "product");
        Close.To(Matrix.Diagonal(hessian), oracle.HessianDiagonal(arguments), 0, "diagonal");
    }

    private static (CorpusRow Row, HyperDualOracle Oracle, PrimalFunction Primal) Subject(string name)
    {
        CorpusRow row = CorpusTable.Of(name);
        return (row, HyperDualOracle.Of(row.Sources), PrimalFunction.Of(row.Sources));
    }

    /// <summary>Random points; at small sizes only, since a step must not cross a kink.</summary>
    private static IEnumerable<ArgumentList> SmoothPoints(CorpusRow row, SubjectMethod method) =>
        from seed in Enumerable.Range(1, 3)
        from size in row.Sizes
        where size < 10
        select new ArgumentList(method, row.Sample(seed, size));
}
