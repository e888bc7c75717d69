using HessianGen.Optimization.Tests.Objectives;

namespace HessianGen.Optimization.Tests;

public sealed class SubspaceObjectiveTests
{
    private static readonly double[] Full = [0.5, -1, 2, 0.25, 1.5];
    private static readonly int[] Free = [0, 2, 3];

    private readonly SubspaceObjective<RosenbrockChain> _subspace = new(default, Full, Free);

    [Fact]
    public void ValueGradientAndProductAreThoseOfTheFullObjective()
    {
        RosenbrockChain full = new();
        double[] point = [1, 2, 3], embedded = [1, -1, 2, 3, 1.5], direction = [1, -2, 0.5], embeddedDirection = [1, 0, -2, 0.5, 0];
        double[] gradient = new double[3], product = new double[3], fullGradient = new double[5], fullProduct = new double[5];
        full.Gradient(embedded, fullGradient);
        full.HessianVectorProduct(embedded, embeddedDirection, fullProduct);

        Assert.Equal(full.Value(embedded), _subspace.Gradient(point, gradient));
        _subspace.HessianVectorProduct(point, direction, product);

        Assert.Equal(3, _subspace.Dimension);
        Assert.Equal(full.Value(embedded), _subspace.Value(point));
        Assert.Equal(Free.Select(k => fullGradient[k]), gradient);
        Assert.Equal(Free.Select(k => fullProduct[k]), product);
    }

    [Fact]
    public void GatherAndScatterAreInverse()
    {
        double[] point = new double[3], full = new double[5];
        _subspace.Gather(Full, point);
        _subspace.Scatter(point, full);

        Assert.Equal([0.5, 2, 0.25], point);
        Assert.Equal(Full, full);
    }

    [Fact]
    public void MinimisingLeavesTheFixedVariablesAlone()
    {
        FunctionObjective f = Known.Quadratic(new double[,] { { 2, 1, 0 }, { 1, 2, 1 }, { 0, 1, 2 } }, [1, 1, 1]);
        SubspaceObjective<FunctionObjective> subspace = new(f, [0, 5, 0], [0, 2]);
        double[] point = [0, 0], full = new double[3];

        MinimizationResult result = new TrustRegionNewton().Minimize(subspace, point);
        subspace.Scatter(point, full);

        Assert.Equal(TerminationReason.Converged, result.Reason);
        Assert.Equal([-2, 5, -2], full, (a, b) => Math.Abs(a - b) < 1e-8);
    }

    [Fact]
    public void NothingIsAllocated()
    {
        double[] point = [1, 2, 3], output = new double[3];
        void Run()
        {
            _subspace.Value(point);
            _subspace.Gradient(point, output);
            _subspace.HessianVectorProduct(point, point, output);
        }

        Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run();

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData]
    [InlineData(0, 0)]
    [InlineData(2, 1)]
    [InlineData(-1, 1)]
    [InlineData(0, 5)]
    public void BadIndicesAreNamed(params int[] free)
        => Assert.Equal("free", Assert.Throws<ArgumentException>(() => new SubspaceObjective<RosenbrockChain>(default, Full, free)).ParamName);

    [Fact]
    public void SpansOfTheWrongLengthAreNamed()
    {
        Assert.Equal("point", Assert.Throws<ArgumentException>(() => _subspace.Value(Full)).ParamName);
        Assert.Equal("gradient", Assert.Throws<ArgumentException>(() => _subspace.Gradient(new double[3], new double[2])).ParamName);
        Assert.Equal("direction", Assert.Throws<ArgumentException>(() => _subspace.HessianVectorProduct(new double[3], new double[5], new double[3])).ParamName);
        Assert.Equal("product", Assert.Throws<ArgumentException>(() => _subspace.HessianVectorProduct(new double[3], new double[3], new double[4])).ParamName);
        Assert.Equal("full", Assert.Throws<ArgumentException>(() => _subspace.Gather(new double[3], new double[3])).ParamName);
    }
}
