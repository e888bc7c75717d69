namespace HessianGen.Optimization.Tests;

public sealed class EisenstatWalkerForcingTests
{
    private static readonly double Order = (1 + Math.Sqrt(5)) / 2;

    [Fact]
    public void TheFirstStepIsRough()
        => Assert.Equal(0.5, new EisenstatWalkerForcing().Next(10, 0));

    [Fact]
    public void AFallingGradientAsksForAccuracyOfSuperlinearOrder()
    {
        EisenstatWalkerForcing forcing = new();
        forcing.Next(1, 0);
        forcing.Next(0.1, 0);       // held back to 0.9·0.5^φ = 0.29,
        forcing.Next(0.01, 0);      // then to 0.9·0.29^φ = 0.12; from here on the safeguard is below its threshold
        double eta = forcing.Next(1e-4, 0);

        Assert.Equal(0.9 * Math.Pow(0.01, Order), eta, 1e-15);
    }

    [Fact]
    public void ASuddenFallIsNotTrustedAtOnce()
    {
        EisenstatWalkerForcing forcing = new();
        forcing.Next(1, 0);

        Assert.Equal(0.9 * Math.Pow(0.5, Order), forcing.Next(1e-6, 0), 1e-15);
    }

    [Fact]
    public void ARisingGradientIsNotFollowed()
    {
        EisenstatWalkerForcing forcing = new();
        forcing.Next(1, 0);

        Assert.Equal(0.5, forcing.Next(100, 0));
    }

    [Fact]
    public void NoMoreAccuracyThanTheToleranceNeeds()
    {
        EisenstatWalkerForcing forcing = new();
        forcing.Next(1, 1e-3);
        forcing.Next(0.1, 1e-3);

        Assert.Equal(0.25, forcing.Next(2e-3, 1e-3));
        Assert.Equal(0.5, forcing.Next(1e-5, 1e-3));
    }
}
