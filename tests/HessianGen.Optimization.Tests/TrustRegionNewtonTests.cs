using HessianGen.Optimization.Tests.Objectives;

namespace HessianGen.Optimization.Tests;

public sealed class TrustRegionNewtonTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(50)]
    [InlineData(1001)]
    public void ARosenbrockChainEndsInItsMinimum(int n)
    {
        double[] x = StartOfRosenbrock(n);

        MinimizationResult result = new TrustRegionNewton(new TrustRegionOptions { MaxIterations = 10_000 }).Minimize(new RosenbrockChain(), x);

        Assert.Equal(TerminationReason.Converged, result.Reason);
        Assert.All(x, xi => Assert.Equal(1, xi, 1e-7));
        Assert.True(result.GradientNorm <= 1e-8);
        Assert.Equal(result.Value, new RosenbrockChain().Value(x));
    }

    [Fact]
    public void AConvexQuadraticTakesOneNewtonStepOnceTheRegionIsLargeEnough()
    {
        double[] x = [0, 0, 0];
        FunctionObjective f = Known.Quadratic(new double[,] { { 4, 1, 0 }, { 1, 3, 1 }, { 0, 1, 2 } }, [5, 5, 3]);

        MinimizationResult result = new TrustRegionNewton(new TrustRegionOptions { InitialRadius = 100 }).Minimize(f, x);

        Assert.Equal(TerminationReason.Converged, result.Reason);
        Assert.Equal([1, 1, 1], x, (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(f.Products, result.HessianProducts);
        Assert.Equal(f.Gradients, result.Evaluations);
    }

    [Fact]
    public void ConvergenceIsSuperlinearNearTheMinimum()
    {
        double[] x = [1.01, 1.01];
        Recorder<IterationReport> recorder = new();

        new TrustRegionNewton().Minimize(new RosenbrockChain(), x, progress: recorder);

        double[] norms = [.. recorder.Reports.Select(report => report.GradientNorm)];
        Assert.True(norms.Length < 12, $"{norms.Length} iterations");
        Assert.True(norms[^1] < 0.01 * norms[^2], $"{norms[^2]} -> {norms[^1]}");
    }

    [Fact]
    public void NegativeCurvatureIsFollowedToAMinimumBeyond()
    {
        double[] x = [0.5, 1e-3];

        MinimizationResult result = new TrustRegionNewton().Minimize(Known.Saddle(), x);

        Assert.Equal(TerminationReason.Converged, result.Reason);
        Assert.Equal(0, x[0], 1e-8);
        Assert.Equal(1, x[1], 1e-8);
    }

    [Fact]
    public void AnIndefiniteQuadraticIsUnbounded()
        => Assert.Equal(TerminationReason.Unbounded, new TrustRegionNewton().Minimize(Known.Quadratic(new double[,] { { 1, 0 }, { 0, -1 } }, [1, 1]), [0, 0]).Reason);

    [Fact]
    public void ALinearObjectiveIsUnbounded()
        => Assert.Equal(TerminationReason.Unbounded, new TrustRegionNewton().Minimize(Known.Linear(1, -2, 3), [0, 0, 0]).Reason);

    [Fact]
    public void ASingularHessianAtTheMinimumOnlySlowsItDown()
    {
        double[] x = [3, -2];

        MinimizationResult result = new TrustRegionNewton().Minimize(Known.SingularMinimum(), x);

        Assert.Equal(TerminationReason.Converged, result.Reason);
        Assert.Equal([1, 1], x, (a, b) => Math.Abs(a - b) < 1e-2);
    }

    [Fact]
    public void StartingInTheMinimumCostsOneGradient()
    {
        double[] x = [1, 1, 1];

        MinimizationResult result = new TrustRegionNewton().Minimize(new RosenbrockChain(), x);

        Assert.Equal(new MinimizationResult(TerminationReason.Converged, 0, 0, 0, 1, 0), result);
        Assert.Equal([1, 1, 1], x);
    }

    [Fact]
    public void TheLastStepsCountEvenIfTheValueNoLongerShowsThem()
    {
        double[] x = [1 + 1e-6];
        FunctionObjective f = new(1, p => 1e8 + Math.Cosh(p[0] - 1), p => [Math.Sinh(p[0] - 1)], p => new[,] { { Math.Cosh(p[0] - 1) } });

        MinimizationResult result = new TrustRegionNewton(new TrustRegionOptions { GradientTolerance = 1e-13 }).Minimize(f, x);

        Assert.Equal(TerminationReason.Converged, result.Reason);
        Assert.Equal(1, x[0], 1e-12);
    }

    [Fact]
    public void StepsOutOfTheDomainAreTakenBack()
    {
        double[] x = [1e-3];

        MinimizationResult result = new TrustRegionNewton(new TrustRegionOptions { InitialRadius = 1e3 }).Minimize(Known.Barrier(), x);

        Assert.Equal(TerminationReason.Converged, result.Reason);
        Assert.Equal(1, x[0], 1e-7);
    }

    [Fact]
    public void AStartOutsideTheDomainIsNotFinite()
    {
        MinimizationResult result = new TrustRegionNewton().Minimize(Known.Barrier(), [-1]);

        Assert.Equal(TerminationReason.NonFiniteValue, result.Reason);
        Assert.Equal(1, result.Evaluations);
    }

    [Fact]
    public void NaNWhereverAStepLeadsEndsTheSearchWhereItBegan()
    {
        double[] x = [0, 0];

        MinimizationResult result = new TrustRegionNewton().Minimize(Known.NaNAround(), x);

        Assert.Equal(TerminationReason.NonFiniteValue, result.Reason);
        Assert.Equal([0, 0], x);
        Assert.Equal(1, result.Value);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void ANonFiniteHessianIsNotFinite(double entry)
        => Assert.Equal(TerminationReason.NonFiniteValue, new TrustRegionNewton().Minimize(Known.Quadratic(new double[,] { { entry } }, [1]), [0]).Reason);

    [Fact]
    public void AnInfiniteHessianAtAFinitePointIsNotFinite()
    {
        FunctionObjective f = new(1, x => x[0], x => [1], x => new[,] { { double.NaN } });

        Assert.Equal(TerminationReason.NonFiniteValue, new TrustRegionNewton().Minimize(f, [0]).Reason);
    }

    [Fact]
    public void AGradientOfTheWrongSignEndsWithASmallStep()
    {
        FunctionObjective f = new(1, x => x[0] * x[0], x => [-2 * x[0]], x => new double[,] { { 2 } });

        Assert.Equal(TerminationReason.SmallStep, new TrustRegionNewton(new TrustRegionOptions { MaxIterations = 10_000 }).Minimize(f, [1]).Reason);
    }

    [Fact]
    public void EveryIterationIsReported_AndAcceptedStepsDescend()
    {
        Recorder<IterationReport> recorder = new();

        MinimizationResult result = new TrustRegionNewton().Minimize(new RosenbrockChain(), StartOfRosenbrock(10), progress: recorder);

        Assert.Equal(Enumerable.Range(1, result.Iterations), recorder.Reports.Select(report => report.Iteration));
        Assert.Equal(result.HessianProducts, recorder.Reports[^1].HessianProducts);
        Assert.Equal((result.Value, result.GradientNorm), (recorder.Reports[^1].Value, recorder.Reports[^1].GradientNorm));
        Assert.Contains(recorder.Reports, report => !report.Accepted);
        foreach ((IterationReport before, IterationReport after) in recorder.Reports.Zip(recorder.Reports.Skip(1)))
        {
            Assert.True(after.Accepted ? after.Value <= before.Value : after.Value == before.Value);
            Assert.True(after.StepNorm <= before.Radius * (1 + 1e-12));
        }
    }

    [Fact]
    public void TheIterationLimitIsKept_AndThePointIsTheBestSoFar()
    {
        double[] x = StartOfRosenbrock(10);

        MinimizationResult result = new TrustRegionNewton(new TrustRegionOptions { MaxIterations = 3 }).Minimize(new RosenbrockChain(), x);

        Assert.Equal((TerminationReason.IterationLimit, 3), (result.Reason, result.Iterations));
        Assert.Equal(result.Value, new RosenbrockChain().Value(x));
    }

    [Fact]
    public void TheProductLimitIsKept()
    {
        Recorder<IterationReport> recorder = new();

        new TrustRegionNewton(new TrustRegionOptions { MaxProductsPerStep = 2, MaxIterations = 20 }).Minimize(new RosenbrockChain(), StartOfRosenbrock(100), progress: recorder);

        Assert.All(recorder.Reports.Zip(recorder.Reports.Skip(1)), pair => Assert.InRange(pair.Second.HessianProducts - pair.First.HessianProducts, 1, 2));
    }

    [Fact]
    public void CancellationBeforehandEvaluatesNothing()
    {
        FunctionObjective f = Known.Saddle();

        MinimizationResult result = new TrustRegionNewton().Minimize(f, [1, 2], cancellation: new CancellationToken(canceled: true));

        Assert.Equal((TerminationReason.Cancelled, 0), (result.Reason, f.Gradients));
    }

    [Fact]
    public void CancellationInTheMiddleLeavesTheBestPoint()
    {
        double[] x = StartOfRosenbrock(10);
        using CancellationTokenSource source = new();
        Recorder<IterationReport> recorder = new(report =>
        {
            if (report.Iteration == 4) source.Cancel();
        });

        MinimizationResult result = new TrustRegionNewton().Minimize(new RosenbrockChain(), x, progress: recorder, cancellation: source.Token);

        Assert.Equal((TerminationReason.Cancelled, 4), (result.Reason, result.Iterations));
        Assert.Equal(result.Value, new RosenbrockChain().Value(x));
    }

    [Fact]
    public void TheRightPreconditionerSavesProducts()
    {
        const int N = 100;
        double[] scales = [.. Enumerable.Range(0, N).Select(i => Math.Pow(10, 4.0 * i / N))];
        double[,] a = new double[N, N];
        for (int i = 0; i < N; i++) a[i, i] = scales[i];
        double[] b = [.. scales];
        TrustRegionNewton minimizer = new(new TrustRegionOptions { InitialRadius = 1e6 });
        double[] plain = new double[N], preconditioned = new double[N];

        MinimizationResult without = minimizer.Minimize(Known.Quadratic(a, b), plain);
        MinimizationResult with = minimizer.Minimize(Known.Quadratic(a, b), preconditioned, scales);

        Assert.Equal((TerminationReason.Converged, TerminationReason.Converged), (without.Reason, with.Reason));
        Assert.All(preconditioned, xi => Assert.Equal(1, xi, 1e-9));
        Assert.True(10 * with.HessianProducts < without.HessianProducts, $"{with.HessianProducts} against {without.HessianProducts}");
    }

    [Fact]
    public void ThePreconditionerShapesTheRegion()
    {
        double[] x = [0, 0];

        new TrustRegionNewton(new TrustRegionOptions { InitialRadius = 1, MaxIterations = 1 }).Minimize(Known.Linear(-1, -1), x, [4, 9]);

        Assert.Equal(1, 4 * x[0] * x[0] + 9 * x[1] * x[1], 1e-12);
        Assert.Equal(9.0 / 4, x[0] / x[1], 1e-12);
    }

    [Fact]
    public void NothingIsAllocatedFromTheSecondCallOn()
    {
        TrustRegionNewton minimizer = new();
        double[] start = StartOfRosenbrock(200), x = new double[200];
        CountingProgress progress = new();
        void Run()
        {
            start.CopyTo(x, 0);
            minimizer.Minimize(new RosenbrockChain(), x, progress: progress);
        }

        Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run();

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.True(progress.Count > 20);
    }

    [Fact]
    public void OneInstanceServesProblemsOfAnySize()
    {
        TrustRegionNewton minimizer = new(new TrustRegionOptions { MaxIterations = 2000 });
        foreach (int n in (int[])[50, 2, 100, 3])
        {
            double[] x = StartOfRosenbrock(n), fresh = StartOfRosenbrock(n);
            minimizer.Minimize(new RosenbrockChain(), x);
            new TrustRegionNewton(new TrustRegionOptions { MaxIterations = 2000 }).Minimize(new RosenbrockChain(), fresh);
            Assert.Equal(fresh, x);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void APointOfTheWrongLengthIsNamed(int length)
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => new TrustRegionNewton().Minimize(Known.Saddle(), new double[length]));

        Assert.Equal("point", e.ParamName);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(1.0, 0.0)]
    [InlineData(1.0, double.NaN)]
    [InlineData(1.0, double.PositiveInfinity)]
    public void ABadPreconditionerIsNamed(params double[] preconditioner)
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => new TrustRegionNewton().Minimize(Known.Saddle(), [1, 2], preconditioner));

        Assert.Equal("preconditioner", e.ParamName);
    }

    private static double[] StartOfRosenbrock(int n) => [.. Enumerable.Range(0, n).Select(i => i % 2 == 0 ? -1.2 : 1.0)];

    private sealed class CountingProgress : IProgress<IterationReport>
    {
        public int Count { get; private set; }

        public void Report(IterationReport value) => Count++;
    }
}
