using HessianGen.Optimization.Tests.Objectives;

namespace HessianGen.Optimization.Tests;

public sealed class OptimalBrainDamageTests
{
    // ½·Σ hᵢ·(wᵢ − cᵢ)² without the constant: separable, so that the saliencies ½·hᵢ·cᵢ² at the minimum c are exact
    private static readonly double[] Curvatures = [1, 100, 1, 4, 10];
    private static readonly double[] Minimum = [3, 0.1, 2, 1, 0.5];         // saliencies 4.5, 0.5, 2, 2, 1.25: deleted in the order 1, 4, 2, 3, 0

    [Fact]
    public void ParametersGoInTheOrderOfTheirSaliency_AndThePredictionIsExactForASeparableObjective()
    {
        double[] weights = [.. Minimum];

        PruningResult result = new OptimalBrainDamage(new PruningOptions { FractionPerRound = 0.4 }).Prune(Separable(), Separable(), weights);

        Assert.Equal(PruningReason.MinimumParameters, result.Reason);
        Assert.Equal([0], result.Remaining);
        Assert.Equal([3, 0, 0, 0, 0], weights);
        Assert.Equal([3, 2, 1], result.History.Select(round => round.Remaining));
        Assert.Equal([2, 1, 1], result.History.Select(round => round.Deleted));
        Assert.Equal([1.75, 2, 2], result.History.Select(round => round.PredictedIncrease), Close);
        Assert.Equal([1.75, 2, 2], result.History.Select(round => round.ActualIncrease), Close);
        Assert.All(result.History, round => Assert.True(round.Accepted));
    }

    [Fact]
    public void TheRestIsRetrained()
    {
        FunctionObjective coupled = Known.Quadratic(new double[,] { { 2, 1 }, { 1, 2 } }, [1.25, 1.75]);       // minimum (0.25, 0.75)
        double[] weights = [0.25, 0.75];

        PruningResult result = new OptimalBrainDamage().Prune(coupled, coupled, weights);

        Assert.Equal(0, weights[0]);
        Assert.Equal(1.75 / 2, weights[1], 1e-4);
        PruningRound round = Assert.Single(result.History);
        Assert.Equal(TerminationReason.Converged, round.Retraining.Reason);
        Assert.True(round.Value < round.ValueBefore + round.ActualIncrease);
        Assert.Equal(result.Value, coupled.Value(weights));
    }

    [Fact]
    public void ARefusedRoundIsUndone()
    {
        double[] weights = [.. Minimum];

        PruningResult result = new OptimalBrainDamage(new PruningOptions { FractionPerRound = 0.2 }).Prune(
            Separable(), Separable(), weights, accept: (round, candidate) => candidate[2] != 0);

        Assert.Equal(PruningReason.Refused, result.Reason);
        Assert.Equal([0, 2, 3], result.Remaining);
        Assert.Equal([3, 0, 2, 1, 0], weights);
        Assert.Equal([true, true, false], result.History.Select(round => round.Accepted));
        Assert.Equal(Separable().Value(weights), result.Value);
    }

    [Fact]
    public void ConcaveDirectionsAreNotTakenForFree()
    {
        FunctionObjective training = Known.Quadratic(Diagonal(1, 1), [1, 1]);
        FunctionObjective curvature = Known.Quadratic(Diagonal(-5, 2), [0, 0]);
        double[] weights = [1, 1];

        PruningResult result = new OptimalBrainDamage().Prune(training, curvature, weights);

        Assert.Equal([0], result.Remaining);
        Assert.Equal(1, Assert.Single(result.History).PredictedIncrease);
    }

    [Fact]
    public void EqualSalienciesGoInTheOrderOfTheirIndex()
    {
        FunctionObjective f = Known.Quadratic(Diagonal(1, 1, 1, 1), [1, 1, 1, 1]);

        PruningResult result = new OptimalBrainDamage(new PruningOptions { FractionPerRound = 0.5, MaxRounds = 1 }).Prune(f, f, [1, 1, 1, 1]);

        Assert.Equal([2, 3], result.Remaining);
    }

    [Theory]
    [InlineData(3, 100, PruningReason.MinimumParameters, 3)]
    [InlineData(1, 1, PruningReason.RoundLimit, 4)]
    [InlineData(1, 0, PruningReason.RoundLimit, 5)]
    [InlineData(5, 100, PruningReason.MinimumParameters, 5)]
    [InlineData(9, 100, PruningReason.MinimumParameters, 5)]
    public void LimitsAreKept(int minimum, int rounds, PruningReason reason, int left)
    {
        double[] weights = [.. Minimum];
        PruningOptions options = new() { FractionPerRound = 0.3, MinimumParameters = minimum, MaxRounds = rounds };

        PruningResult result = new OptimalBrainDamage(options).Prune(Separable(), Separable(), weights);

        Assert.Equal((reason, left), (result.Reason, result.Remaining.Count));
        Assert.Equal(left, weights.Count(w => w != 0));
    }

    [Fact]
    public void EveryStageIsReported()
    {
        Recorder<PruningReport> recorder = new();

        PruningResult result = new OptimalBrainDamage(new PruningOptions { MaxRounds = 2 }).Prune(Coupled(), Coupled(), MinimumOfCoupled(), progress: recorder);

        Assert.Equal([1, 2], recorder.Reports.Select(report => report.Round).Distinct());
        Assert.Equal(result.History, recorder.Reports.Where(report => report.Stage == PruningStage.Finished).Select(report => report.Finished!));
        foreach (int round in (int[])[1, 2])
        {
            PruningReport[] reports = [.. recorder.Reports.Where(report => report.Round == round)];
            Assert.Equal(PruningStage.Curvature, reports[0].Stage);
            Assert.Equal(PruningStage.Finished, reports[^1].Stage);
            Assert.NotEmpty(reports[1..^1]);
            Assert.All(reports[1..^1], report => Assert.NotNull(report.Iteration));
        }
    }

    [Fact]
    public void CancellationDuringRetrainingUndoesTheRound()
    {
        double[] weights = MinimumOfCoupled();
        using CancellationTokenSource source = new();
        Recorder<PruningReport> recorder = new(report =>
        {
            if (report is { Round: 2, Stage: PruningStage.Retraining }) source.Cancel();
        });
        PruningOptions options = new() { Retraining = new TrustRegionOptions { InitialRadius = 0.01 } };

        PruningResult result = new OptimalBrainDamage(options).Prune(Coupled(), Coupled(), weights, progress: recorder, cancellation: source.Token);

        Assert.Equal(PruningReason.Cancelled, result.Reason);
        Assert.Equal(2, result.Remaining.Count);
        Assert.Equal(2, weights.Count(w => w != 0));
        Assert.Equal(Coupled().Value(weights), result.Value);
    }

    [Fact]
    public void ALossThatIsNotFiniteChangesNothing()
    {
        FunctionObjective nan = new(2, x => double.NaN, x => x, x => Diagonal(1, 1));
        double[] weights = [1, 2];

        PruningResult result = new OptimalBrainDamage().Prune(nan, nan, weights);

        Assert.Equal(PruningReason.NonFiniteValue, result.Reason);
        Assert.Equal([1, 2], weights);
    }

    [Fact]
    public void ACurvatureThatIsNotFiniteChangesNothing()
    {
        double[] weights = [1, 1];
        FunctionObjective training = Known.Quadratic(Diagonal(1, 1), [1, 1]), curvature = Known.Quadratic(Diagonal(1, double.NaN), [0, 0]);

        PruningResult result = new OptimalBrainDamage().Prune(training, curvature, weights);

        Assert.Equal((PruningReason.NonFiniteValue, 2), (result.Reason, result.Remaining.Count));
        Assert.Equal([1, 1], weights);
    }

    [Fact]
    public void ADeletionThatLeadsToNaNIsUndone()
    {
        FunctionObjective f = new(2, x => x[0] == 0 || x[1] == 0 ? double.NaN : 1, x => [0, 0], x => Diagonal(1, 1));
        double[] weights = [1, 2];

        PruningResult result = new OptimalBrainDamage().Prune(f, f, weights);

        Assert.Equal(PruningReason.NonFiniteValue, result.Reason);
        Assert.Equal([1, 2], weights);
    }

    [Fact]
    public void WeightsOfTheWrongLengthAreNamed()
        => Assert.Equal("weights", Assert.Throws<ArgumentException>(() => new OptimalBrainDamage().Prune(Separable(), Separable(), new double[4])).ParamName);

    private static FunctionObjective Separable() => Known.Quadratic(Diagonal(Curvatures), [.. Curvatures.Zip(Minimum, (h, c) => h * c)]);

    private static FunctionObjective Coupled() => Known.Quadratic(new double[,] { { 2, 1, 0 }, { 1, 2, 1 }, { 0, 1, 2 } }, [1, 4, 6]);

    private static double[] MinimumOfCoupled() => [0.25, 0.5, 2.75];

    private static double[,] Diagonal(params double[] entries)
    {
        double[,] matrix = new double[entries.Length, entries.Length];
        for (int i = 0; i < entries.Length; i++) matrix[i, i] = entries[i];
        return matrix;
    }

    private static bool Close(double a, double b) => Math.Abs(a - b) < 1e-12;
}
