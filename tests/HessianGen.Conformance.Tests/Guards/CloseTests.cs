using Xunit.Sdk;

namespace HessianGen.Conformance.Tests.Guards;

public sealed class CloseTests
{
    [Theory]
    //          expected       actual                       close at 1e-9
    [InlineData(1.0,           1.0 + 1e-9,                  true)]
    [InlineData(1.0,           1.0 + 3e-9,                  false)]
    [InlineData(1e6,           1e6 + 0.9e-3,                true)]
    [InlineData(1e6,           1e6 + 1.1e-3,                false)]
    [InlineData(0.0,           -0.0,                        true)]
    [InlineData(double.NaN,    double.NaN,                  true)]
    [InlineData(0.0,           double.NaN,                  false)]
    [InlineData(double.NaN,    0.0,                         false)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, true)]
    [InlineData(double.PositiveInfinity, double.NegativeInfinity, false)]
    [InlineData(double.PositiveInfinity, 1e300,             false)]
    [InlineData(1.0,           double.PositiveInfinity,     false)]
    public void AnErrorCounts_AgainstOnePlusTheLargestEntry(double expected, double actual, bool close) =>
        Assert.Equal(close, Record.Exception(() => Close.To([0, expected, 0], [0, actual, 0], 1e-9, "entry")) is not XunitException);

    [Fact]
    public void OtherLengths_AreNotClose() => Assert.ThrowsAny<XunitException>(() => Close.To([1], [1, 1], 1e-9, "entry"));
}
