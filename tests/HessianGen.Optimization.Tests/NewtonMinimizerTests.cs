using HessianGen.Optimization.Tests.Objectives;

namespace HessianGen.Optimization.Tests;

public sealed class NewtonMinimizerTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(60)]
    public void ARosenbrockChainEndsInItsMinimum(int n)
    {
        double[] x = [.. Enumerable.Repeat(-0.5, n)];

        MinimizationResult result = new NewtonMinimizer().Minimize(new RosenbrockChain(), x);

        Assert.Equal(TerminationReason.Converged, result.Reason);
        Assert.All(x, xi => Assert.Equal(1, xi, 1e-8));
    }

    [Fact]
    public void AConvexQuadraticTakesOneStep()
    {
        double[] x = [10, -20, 30];

        MinimizationResult result = new NewtonMinimizer().Minimize(Known.Quadratic(new double[,] { { 4, 1, 0 }, { 1, 3, 1 }, { 0, 1, 2 } }, [5, 5, 3]), x);

        Assert.Equal((TerminationReason.Converged, 1), (result.Reason, result.Iterations));
        Assert.Equal([1, 1, 1], x, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void ConvergenceIsQuadraticNearTheMinimum()
    {
        Recorder<IterationReport> recorder = new();

        new NewtonMinimizer(new NewtonOptions { GradientTolerance = 1e-14 }).Minimize(new RosenbrockChain(), [1.1, 1.2], recorder);

        Assert.InRange(recorder.Reports.Count, 2, 8);
        Assert.True(recorder.Reports[^1].StepNorm < 100 * Math.Pow(recorder.Reports[^2].StepNorm, 2) + 1e-15);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1e-12, 0)]
    [InlineData(0.3, 0)]
    [InlineData(-2, 1e-9)]
    public void FromASaddleOrItsRidgeAMinimumIsFound(double x0, double y0)
    {
        double[] x = [x0, y0];

        MinimizationResult result = new NewtonMinimizer().Minimize(Known.Saddle(), x);

        Assert.Equal(TerminationReason.Converged, result.Reason);
        Assert.Equal(0, x[0], 1e-8);
        Assert.Equal(1, Math.Abs(x[1]), 1e-8);
    }

    [Fact]
    public void ASaddlePointIsNamedWhereNobodyAskedToEscape()
    {
        double[] x = [0.1, 0];

        MinimizationResult result = new NewtonMinimizer(new NewtonOptions { EscapeSaddlePoints = false }).Minimize(Known.Saddle(), x);

        Assert.Equal(TerminationReason.SaddlePoint, result.Reason);
        Assert.Equal(0, x[0], 1e-8);
        Assert.Equal(0, x[1]);
    }

    [Fact]
    public void AMaximumIsEscapedToo()
    {
        double[] x = [0];
        FunctionObjective cosine = new(1, p => Math.Cos(p[0]), p => [-Math.Sin(p[0])], p => new[,] { { -Math.Cos(p[0]) } });

        MinimizationResult result = new NewtonMinimizer().Minimize(cosine, x);

        Assert.Equal(TerminationReason.Converged, result.Reason);
        Assert.Equal(-1, result.Value, 1e-12);
    }

    [Fact]
    public void AnIndefiniteQuadraticIsUnbounded()
        => Assert.Equal(TerminationReason.Unbounded, new NewtonMinimizer().Minimize(Known.Quadratic(new double[,] { { 1, 3 }, { 3, 1 } }, [1, 1]), [0, 0]).Reason);

    [Fact]
    public void ALinearObjectiveIsUnbounded()
        => Assert.Equal(TerminationReason.Unbounded, new NewtonMinimizer().Minimize(Known.Linear(1e-3, -2, 3), [0, 0, 0]).Reason);

    [Fact]
    public void AConstantIsAMinimumEverywhere()
        => Assert.Equal(TerminationReason.Converged, new NewtonMinimizer().Minimize(Known.Linear(0, 0), [1, 2]).Reason);

    [Fact]
    public void ASingularHessianAtTheMinimumOnlySlowsItDown()
    {
        double[] x = [3, -2];

        MinimizationResult result = new NewtonMinimizer().Minimize(Known.SingularMinimum(), x);

        Assert.Equal(TerminationReason.Converged, result.Reason);
        Assert.Equal([1, 1], x, (a, b) => Math.Abs(a - b) < 1e-2);
    }

    [Fact]
    public void AHessianThatIsSingularEverywhereEndsOnTheValley()
    {
        double[] x = [3, -2];

        MinimizationResult result = new NewtonMinimizer().Minimize(Known.Quadratic(new double[,] { { 1, 1 }, { 1, 1 } }, [2, 2]), x);

        Assert.Equal(TerminationReason.Converged, result.Reason);
        Assert.Equal(2, x[0] + x[1], 1e-7);
        Assert.Equal(5, x[0] - x[1], 1e-6);
    }

    [Theory]
    [InlineData(1e-150)]
    [InlineData(1e-6)]
    [InlineData(1e6)]
    [InlineData(1e150)]
    public void TheScaleOfTheObjectiveDoesNotMatter(double scale)
    {
        double[] x = [0.5, 0.01], scaled = [0.5, 0.01];
        FunctionObjective saddle = Known.Saddle();
        FunctionObjective f = new(
            2,
            p => scale * saddle.Value(p),
            p => [scale * 2 * p[0], scale * 4 * p[1] * (p[1] * p[1] - 1)],
            p => new[,] { { scale * 2, 0 }, { 0, scale * (12 * p[1] * p[1] - 4) } });

        new NewtonMinimizer(new NewtonOptions { MaxIterations = 6 }).Minimize(saddle, x);
        new NewtonMinimizer(new NewtonOptions { MaxIterations = 6, GradientTolerance = 0 }).Minimize(f, scaled);

        Assert.Equal(x[0], scaled[0], 1e-6);
        Assert.Equal(x[1], scaled[1], 1e-6);
    }

    [Fact]
    public void TheLastStepsCountEvenIfTheValueNoLongerShowsThem()
    {
        double[] x = [1 + 1e-6];
        FunctionObjective f = new(1, p => 1e8 + Math.Cosh(p[0] - 1), p => [Math.Sinh(p[0] - 1)], p => new[,] { { Math.Cosh(p[0] - 1) } });

        MinimizationResult result = new NewtonMinimizer(new NewtonOptions { GradientTolerance = 1e-13 }).Minimize(f, x);

        Assert.Equal(TerminationReason.Converged, result.Reason);
        Assert.Equal(1, x[0], 1e-12);
    }

    [Fact]
    public void StepsOutOfTheDomainAreTakenBack()
    {
        double[] x = [30];

        MinimizationResult result = new NewtonMinimizer().Minimize(Known.Barrier(), x);

        Assert.Equal(TerminationReason.Converged, result.Reason);
        Assert.Equal(1, x[0], 1e-8);
    }

    [Fact]
    public void AStartOutsideTheDomainIsNotFinite()
        => Assert.Equal(TerminationReason.NonFiniteValue, new NewtonMinimizer().Minimize(Known.Barrier(), [-1]).Reason);

    [Fact]
    public void NaNWhereverAStepLeadsEndsTheSearchWhereItBegan()
    {
        double[] x = [0, 0];

        MinimizationResult result = new NewtonMinimizer().Minimize(Known.NaNAround(), x);

        Assert.Equal(TerminationReason.NonFiniteValue, result.Reason);
        Assert.Equal([0, 0], x);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void ANonFiniteHessianIsNotFinite(double entry)
    {
        FunctionObjective f = new(2, x => x[0], x => [1, 0], x => new[,] { { 1, entry }, { entry, 1 } });

        Assert.Equal(TerminationReason.NonFiniteValue, new NewtonMinimizer().Minimize(f, [0, 0]).Reason);
    }

    [Fact]
    public void AGradientOfTheWrongSignEndsWithASmallStep()
    {
        FunctionObjective f = new(1, x => x[0] * x[0], x => [-2 * x[0]], x => new double[,] { { 2 } });

        Assert.Equal(TerminationReason.SmallStep, new NewtonMinimizer().Minimize(f, [1]).Reason);
    }

    [Fact]
    public void EveryIterationIsReported_AndTheValueDescends()
    {
        Recorder<IterationReport> recorder = new();

        MinimizationResult result = new NewtonMinimizer().Minimize(new RosenbrockChain(), [-1.2, 1, -1.2, 1], recorder);

        Assert.Equal(Enumerable.Range(1, result.Iterations), recorder.Reports.Select(report => report.Iteration));
        Assert.All(recorder.Reports.Zip(recorder.Reports.Skip(1)), pair => Assert.True(pair.Second.Value <= pair.First.Value));
    }

    [Fact]
    public void TheIterationLimitIsKept()
    {
        double[] x = [-1.2, 1];

        MinimizationResult result = new NewtonMinimizer(new NewtonOptions { MaxIterations = 3 }).Minimize(new RosenbrockChain(), x);

        Assert.Equal((TerminationReason.IterationLimit, 3), (result.Reason, result.Iterations));
        Assert.Equal(result.Value, new RosenbrockChain().Value(x));
    }

    [Fact]
    public void CancellationLeavesTheBestPoint()
    {
        double[] x = [-1.2, 1];
        using CancellationTokenSource source = new();
        Recorder<IterationReport> recorder = new(report =>
        {
            if (report.Iteration == 4) source.Cancel();
        });

        MinimizationResult result = new NewtonMinimizer().Minimize(new RosenbrockChain(), x, recorder, source.Token);

        Assert.Equal((TerminationReason.Cancelled, 4), (result.Reason, result.Iterations));
        Assert.Equal(result.Value, new RosenbrockChain().Value(x));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void APointOfTheWrongLengthIsNamed(int length)
        => Assert.Equal("point", Assert.Throws<ArgumentException>(() => new NewtonMinimizer().Minimize(Known.Saddle(), new double[length])).ParamName);

    [Fact]
    public void OneInstanceServesProblemsOfAnySize()
    {
        NewtonMinimizer minimizer = new();
        foreach (int n in (int[])[10, 2, 20, 3])
        {
            double[] x = [.. Enumerable.Repeat(-0.5, n)];
            Assert.Equal(TerminationReason.Converged, minimizer.Minimize(new RosenbrockChain(), x).Reason);
        }
    }
}
