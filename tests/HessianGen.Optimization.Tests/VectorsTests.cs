namespace HessianGen.Optimization.Tests;

public sealed class VectorsTests
{
    public static TheoryData<int> Lengths => [0, 1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 1001];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void EveryLengthGivesWhatPlainLoopsGive(int n)
    {
        double[] x = [.. Enumerable.Range(0, n).Select(i => Math.Sin(i + 1))], y = [.. Enumerable.Range(0, n).Select(i => Math.Cos(3 * i))], z = new double[n], sum = [.. y];

        Vectors.Sum(x, 0.5, y, z);
        Vectors.AddScaled(-2, x, sum);

        Assert.Equal(x.Zip(y, (a, b) => a * b).Sum(), Vectors.Dot(x, y), 1e-10);
        Assert.Equal(Math.Sqrt(x.Sum(a => a * a)), Vectors.Norm(x), 1e-10);
        Assert.Equal(x.Zip(y, (a, b) => a + 0.5 * b), z);
        Assert.Equal(y.Zip(x, (b, a) => b + -2 * a), sum);
    }

    [Theory]
    [InlineData(1e200)]
    [InlineData(1e-200)]
    [InlineData(double.Epsilon)]
    public void TheNormNeitherOverflowsNorVanishes(double scale)
        => Assert.Equal(5, Vectors.Norm([3 * scale, 0, -4 * scale]) / scale, 1e-12);

    [Fact]
    public void TheNormOfNaNIsNaN_OfInfinityInfinity_OfZeroZero()
    {
        Assert.Equal(double.NaN, Vectors.Norm([1, double.NaN]));
        Assert.Equal(double.PositiveInfinity, Vectors.Norm([1, double.NegativeInfinity]));
        Assert.Equal(0, Vectors.Norm([0, 0]));
        Assert.Equal(0, Vectors.Norm([]));
    }

    [Fact]
    public void NaNAndInfinityAreNotFinite()
    {
        Assert.True(Vectors.AreFinite([0, -1e308, double.Epsilon]));
        Assert.False(Vectors.AreFinite([0, double.NaN]));
        Assert.False(Vectors.AreFinite([double.NegativeInfinity, 0]));
    }
}
