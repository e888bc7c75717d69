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
        Assert.Equal(agrees, Agree(Of(expected), Of(actual), Of(expected)));

    [Fact]
    public void NextToAKink_NothingIsCompared()
    {
        bool isUndecided = false;
        Assert.True(Double.Agree(Of(1), Of(2), () => [Of(1), Of(2)], ref isUndecided));
        Assert.True(isUndecided);
    }

    [Fact]
    public void AnException_AgreesWithItselfOnly()
    {
        Reading index = Reading.Of(() => throw new IndexOutOfRangeException()), division = Reading.Of(() => throw new DivideByZeroException());
        Assert.True(Agree(index, index, index));
        Assert.False(Agree(index, division, index));
        Assert.False(Agree(index, Of(1), index));
        Assert.False(Agree(Of(1), index, Of(1)));
    }

    private static bool Agree(Reading expected, Reading actual, Reading oracle)
    {
        bool isUndecided = false;
        return Double.Agree(expected, actual, () => [oracle, oracle], ref isUndecided);
    }

    private static Reading Of(double number) => Reading.Of(() => [number]);
}
