using HessianGen.Runtime;

namespace HessianGen.Tests.Runtime;

public sealed class RequireTests
{
    [Fact]
    public void TheRightLengthPasses() => Require.Length(3, 3, "gradient");

    [Fact]
    public void AWrongLengthNamesTheArgumentAndBothLengths()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => Require.Length(3, 17, "gradient"));

        Assert.Equal("gradient", e.ParamName);
        Assert.Contains("'gradient' has length 3", e.Message);
        Assert.Contains("17", e.Message);
    }

    [Theory]
    [InlineData(0, 4, true)]
    [InlineData(3, 4, true)]
    [InlineData(4, 4, false)]
    [InlineData(4, 0, false)]
    public void SharedMemoryIsRefused_AdjacentMemoryIsNot(int start, int length, bool refused)
    {
        double[] memory = new double[8];
        void Check() => Require.NoOverlap<double>(memory.AsSpan(start, length), memory.AsSpan(0, 4), "product", "direction");

        if (!refused) { Check(); return; }
        ArgumentException e = Assert.Throws<ArgumentException>(Check);
        Assert.Equal("product", e.ParamName);
        Assert.Contains("'direction'", e.Message);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 5)]
    [InlineData(5, 5)]
    [InlineData(5, 8)]
    public void InstancesThatFitIntoARow_Pass(int count, int stride) => Require.Stride(count, stride, "count", "stride");

    [Theory]
    [InlineData(-1, 5, "many")]
    [InlineData(-2, -1, "many")]
    [InlineData(6, 5, "step")]
    [InlineData(0, -1, "step")]
    public void InstancesThatDoNot_NameTheArgument(int count, int stride, string name) =>
        Assert.Equal(name, Assert.Throws<ArgumentException>(() => Require.Stride(count, stride, "many", "step")).ParamName);

    [Fact]
    public void TooFewRowsNameTheArgument_UnlessNobodyReadsThem()
    {
        Require.Rows(1, 4, 4, "x");
        Require.Rows(0, 0, 4, "x");
        Assert.Equal("x", Assert.Throws<ArgumentException>(() => Require.Rows(1, 3, 4, "x")).ParamName);
    }

    [Fact]
    public void ABadIndexThrowsAsAnArrayWould()
    {
        Require.Index(true);
        Assert.Throws<IndexOutOfRangeException>(() => Require.Index(false));
    }

    [Fact]
    public void ARangeOfTheTerms_BecomesItsBounds()
    {
        Assert.Equal((2, 5), Require.Range(2..^3, 8, "terms"));
        Assert.Equal((0, 0), Require.Range(.., 0, "terms"));
        Assert.Equal((8, 8), Require.Range(8..8, 8, "terms"));
        foreach (Range range in new[] { 0..9, 3..2, ^9.., 9..9 }) Assert.Equal("terms", Assert.Throws<ArgumentOutOfRangeException>(() => Require.Range(range, 8, "terms")).ParamName);
    }
}
