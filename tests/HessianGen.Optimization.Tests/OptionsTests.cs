namespace HessianGen.Optimization.Tests;

public sealed class OptionsTests
{
    public static TheoryData<string, Func<object>> Bad => new()
    {
        { "GradientTolerance", () => new TrustRegionOptions { GradientTolerance = -1 } },
        { "GradientTolerance", () => new NewtonOptions { GradientTolerance = double.NaN } },
        { "StepTolerance", () => new TrustRegionOptions { StepTolerance = -1e-300 } },
        { "LowestValue", () => new NewtonOptions { LowestValue = double.NaN } },
        { "MaxIterations", () => new NewtonOptions { MaxIterations = -1 } },
        { "InitialRadius", () => new TrustRegionOptions { InitialRadius = 0 } },
        { "InitialRadius", () => new TrustRegionOptions { InitialRadius = double.NaN } },
        { "MaximumRadius", () => new TrustRegionOptions { MaximumRadius = double.PositiveInfinity } },
        { "AcceptanceRatio", () => new TrustRegionOptions { AcceptanceRatio = 0.25 } },
        { "AcceptanceRatio", () => new TrustRegionOptions { AcceptanceRatio = -0.1 } },
        { "MaxProductsPerStep", () => new TrustRegionOptions { MaxProductsPerStep = 0 } },
        { "SufficientDecrease", () => new NewtonOptions { SufficientDecrease = 0.5 } },
        { "CurvatureTolerance", () => new NewtonOptions { CurvatureTolerance = double.NaN } },
        { "FractionPerRound", () => new PruningOptions { FractionPerRound = 0 } },
        { "FractionPerRound", () => new PruningOptions { FractionPerRound = 1 } },
        { "FractionPerRound", () => new PruningOptions { FractionPerRound = double.NaN } },
        { "MaxRounds", () => new PruningOptions { MaxRounds = -1 } },
        { "MinimumParameters", () => new PruningOptions { MinimumParameters = 0 } },
        { "Retraining", () => new PruningOptions { Retraining = null! } },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void ABadOptionIsNamed(string name, Func<object> make)
        => Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(make).ParamName);

    [Fact]
    public void ExtremesThatMakeSenseAreAllowed()
    {
        TrustRegionOptions options = new() { GradientTolerance = 0, StepTolerance = 0, LowestValue = double.NegativeInfinity, MaxIterations = 0, MaxProductsPerStep = null };

        Assert.Equal(0, options.GradientTolerance);
        Assert.Null(options.MaxProductsPerStep);
    }
}
