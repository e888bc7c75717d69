using System.Collections.Concurrent;
using Corpus;
using HessianGen.Generator;
using HessianGen.Testing;
using HessianGen.Testing.Generation;
using HessianGen.Testing.Oracles;
using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Products;

/// <summary>Hessian-vector products of many directions: each is that of hyper-dual numbers, whether it shares an evaluation or not.</summary>
public sealed class ManyProductsTests
{
    private const int Every = 6;
    private const double Untouched = 1234.5;

    private static readonly ConcurrentDictionary<string, Lazy<(ProductsMembers Members, HyperDualOracle Oracle)>> Subjects = new();

    /// <summary>A part of the corpus: a product is derived as that of one direction is, which all of it is checked for.</summary>
    public static TheoryData<string> Rows => [.. CorpusTable.Rows.Where(row => row.Awaits is null).Where((_, k) => k % Every == 0).Select(row => row.Name)];

    [Theory, MemberData(nameof(Rows))]
    public void Products_AgreeWithHyperDualNumbers(string name)
    {
        CorpusRow row = CorpusTable.Of(name);
        (ProductsMembers members, HyperDualOracle oracle) = Subject(name);
        foreach (ArgumentList arguments in row.Sizes.Select(size => new ArgumentList(members.Method, row.Sample(seed: 1, size))).Where(ConformanceSubject.IsSmall).Take(2))
        {
            int n = arguments.Point.Length;
            double[] directions = new Sampler(5).Vector(6 * n), products = [.. Enumerable.Repeat(double.NaN, 6 * n)];
            double[][] expected = [.. directions.Chunk(Math.Max(n, 1)).Select(v => oracle.HessianVectorProduct(arguments, v))];
            members.Products(arguments.Copy(), 6, directions, products);
            Close.To(expected.SelectMany(v => v).ToArray(), products, row.Tolerance, $"6 products of {name} with {n} variables");
        }
    }

    [Theory, MemberData(nameof(Rows))]
    public void Products_AllocateNothing(string name)
    {
        CorpusRow row = CorpusTable.Of(name);
        ProductsMembers members = Subject(name).Members;
        ArgumentList arguments = new(members.Method, row.Sample(seed: 1, row.Sizes[0]));
        object[] copy = arguments.Copy();
        double[] directions = new double[5 * arguments.Point.Length], products = new double[directions.Length];
        Assert.Equal(0, Allocation.Of(() => members.Products(copy, 5, directions, products)));
    }

    /// <summary>From no direction to more than twice as many as share an evaluation.</summary>
    [Theory]
    [InlineData("ReadOnlySpan<double> x")]
    [InlineData("double[] x")]
    public void EachCount_GivesAsManyProducts(string parameter)
    {
        ProductsMembers members = MembersOf($"double F({parameter}) {{ double sum = 0; for (int i = 0; i < x.Length; i++) sum += x[i] * x[i] * x[i] * (i + 1); return sum; }}");
        double[] x = [0.5, -1, 2];
        for (int count = 0; count <= 9; count++)
        {
            double[] directions = [.. Enumerable.Range(1, 3 * count).Select(k => (double)k)], products = new double[3 * count];
            members.Products([x], count, directions, products);
            Assert.Equal(directions.Select((v, k) => 6 * x[k % 3] * (k % 3 + 1) * v), products);
        }
    }

    /// <summary>Variables of every form, together with data: their number is the length of a direction.</summary>
    [Fact]
    public void WrongLengths_ThrowNamingTheArgument_AndNothingIsWritten()
    {
        ProductsMembers members = MembersOf("double F([Variable] double[,] w, [Variable] double[][] b, [Variable] double c, double[] data) => w[0, 1] * b[1][0] * c * data[0] + w[1, 1] * w[1, 1];");
        object[] arguments = [new double[2, 2], new double[][] { [1], [2, 3] }, 4.0, new double[] { 5 }];
        const int n = 4 + 3 + 1;
        foreach ((string name, int count, int directions, int products) in new[]
        {
            ("count", -1, 0, 0), ("directions", 2, 2 * n - 1, 2 * n), ("directions", 5, 4 * n, 5 * n), ("products", 2, 2 * n, n), ("products", 0, 0, 1), ("directions", 0, n, 0), ("directions", int.MaxValue, 8, 8),
        })
        {
            double[] output = [.. Enumerable.Repeat(Untouched, products)];
            ArgumentException exception = Assert.ThrowsAny<ArgumentException>(() => members.Products(arguments, count, new double[directions], output));
            Assert.Equal(name, exception.ParamName);
            Assert.All(output, entry => Assert.Equal(Untouched, entry));
        }

        double[] right = new double[3 * n];
        members.Products(arguments, 3, [.. Enumerable.Range(0, 3 * n).Select(k => k % n == 3 ? 1.0 : 0)], right);
        Assert.Equal(Enumerable.Range(0, 3 * n).Select(k => k % n == 3 ? 2.0 : 0), right);
    }

    [Fact]
    public void ProductsThatOverlapAnInput_ThrowBeforeAnythingIsWritten()
    {
        ProductsMembers members = MembersOf("double F([Variable] double[] x, double[] y) { double sum = 0; for (int i = 0; i < x.Length; i++) sum += x[i] * x[i] * y[i]; return sum; }");
        double[] x = [1, 2], y = [3, 4];
        double[] directions = new double[2];
        Assert.Equal("products", Assert.ThrowsAny<ArgumentException>(() => members.Products([x, y], 1, directions, directions)).ParamName);
        Assert.Equal("products", Assert.ThrowsAny<ArgumentException>(() => members.Products([x, y], 1, directions, x)).ParamName);
        Assert.Equal("products", Assert.ThrowsAny<ArgumentException>(() => members.Products([x, y], 1, directions, y)).ParamName);
        Assert.Equal([1, 2, 3, 4], x.Concat(y));
    }

    private static ProductsMembers MembersOf(string method) => ProductsMembers.Of(new GeneratorHarness(new DerivativeGenerator()).Run($$"""
        using System;
        using HessianGen;

        public static partial class Many
        {
            [Differentiable(Derivatives.HessianVectorProducts)]
            public static {{method}}
        }
        """));

    private static (ProductsMembers Members, HyperDualOracle Oracle) Subject(string name) => Subjects.GetOrAdd(name, _ => new(() =>
    {
        string[] sources = CorpusTheory.Asking(CorpusTable.Of(name), "Derivatives.HessianVectorProducts");
        return (ProductsMembers.Of(new GeneratorHarness(new DerivativeGenerator()).RunOnce(sources)), HyperDualOracle.Of(sources));
    })).Value;
}
