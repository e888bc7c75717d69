using HessianGen.Fuzz.Checking;

namespace HessianGen.Fuzz.Tests;

public sealed class CloseTests
{
    private static readonly Close Double = new(isSingle: false);

    [Theory]
    [InlineData(1.0, 1.0, true)]
    [InlineData(1.0, 1.00000001, true)]
    [InlineData(1.0, 1.0000001, false)]
    [InlineData(1e6, 1e6 + 1e-3, true)]
    [InlineData(0.0, double.NaN, false)]
    public void AnError_CountsAgainstTheScale(double expected, double actual, bool agrees) =>
        Assert.Equal(agrees, Double.Agree(Of(expected), Of(actual), () => [Of(expected)]));

    [Fact]
    public void NextToAKink_NothingIsCompared() => Assert.True(Double.Agree(Of(1), Of(2), () => [Of(1), Of(2)]));

    [Fact]
    public void AnException_AgreesWithItselfOnly()
    {
        Reading index = Reading.Of(() => throw new IndexOutOfRangeException()), division = Reading.Of(() => throw new DivideByZeroException());
        Assert.True(Double.Agree(index, index, () => [index]));
        Assert.False(Double.Agree(index, division, () => [index]));
        Assert.False(Double.Agree(index, Of(1), () => [index]));
        Assert.False(Double.Agree(Of(1), index, () => [Of(1)]));
    }

    private static Reading Of(double number) => Reading.Of(() => [number]);
}
