namespace Corpus;

/// <summary>All methods of the corpus. To add one: a file in <c>Methods</c>, and a row here.</summary>
public static class CorpusTable
{
    private static readonly int[] Free = [0, 1, 2, 3, 7, 8, 9, 1001];

    /// <summary>The rows, in alphabetical order.</summary>
    public static IReadOnlyList<CorpusRow> Rows { get; } =
    [
        // r: random numbers   n: the size, drawn from Sizes
        new(nameof(ActivationChoice), (r, n) => [r.Vector(n, -2, 2), r.Vector(n, -2, 2), r.OneOf(0, 1, 2, 3), r.OneOf(-1, 0, 2, 4)]) { Sizes = Free },
        new(nameof(AttentionHead), (r, n) => [r.Vector(4), r.Vector(4), r.Vector(4), r.Vector(2 * n), 2]) { Sizes = [0, 1, 2, 3, 5, 8] },
        new(nameof(Bard), (r, n) => [r.Uniform(-1, 1), r.Uniform(0.5, 2), r.Uniform(0.5, 2)]) { Edges = [[0.08241056, 1.133036, 2.343695]] },
        new(nameof(Beale), (r, n) => [r.Uniform(-3, 3), r.Uniform(-3, 3)]) { Edges = [[3.0, 0.5], [0.0, 0.0]] },
        new(nameof(BlackScholes), (r, n) => [r.Uniform(80, 120), r.Uniform(80, 120), r.Uniform(0.01, 0.05), r.Uniform(0.1, 0.4), r.Uniform(0.25, 2), r.OneOf(true, false)]),
        new(nameof(BundleAdjustment), (r, n) => [r.Vector(8), Scene(r, n), r.Vector(2 * n)]) { Sizes = [0, 1, 2, 3, 8], Edges = [[new double[8], new[] { 1.0, 2.0, 8.0 }, new[] { 0.5, 0.5 }]] },
        new(nameof(ChebyshevSeries), (r, n) => [r.Vector(n), r.Uniform(-1, 1)]) { Sizes = Free },
        new(nameof(CholeskyLogDeterminant), (r, n) => [r.Vector(n * n), n, 0.5]) { Sizes = [0, 1, 2, 3, 6] },
        new(nameof(ClusterDistances), (r, n) => [r.Either(6, 1.2, 1.8), r.Either(2 * n, 1.2, 1.8)]) { Sizes = Free, Edges = [[new[] { 1.0, 0.0, -1.0, 0.0 }, new[] { 0.0, 2.0 }], [Array.Empty<double>(), Array.Empty<double>()]] },
        new(nameof(CompoundAssignments), (r, n) => [r.Uniform(-2, 2), r.Uniform(-2, 2), r.Dyadic(-2, 2)]),
        new(nameof(ConvolutionalClassifier), (r, n) => [r.Vector(9), r.Uniform(-1, 1), r.Vector(5), r.Vector(36 * n), 6, r.Integers(n, 2)]) { Sizes = [0, 1, 2, 3, 28] },
        new(nameof(CopiedSigns), (r, n) => [r.OneOf(-1, 1) * r.Uniform(0.2, 1), r.Uniform(-1, 1)]) { Edges = [[1.0, 0.0], [-1.0, 0.0]] },
        new(nameof(CovarianceKernel), (r, n) => [r.Uniform(-1, 1), r.Uniform(-1, 1), r.Uniform(0.5, 2), r.OneOf(0, 1, 5), r.Vector(n)])
        {
            Sizes = [0, 1, 2, 3, 8, 33],
            Edges = [[0.0, 0.0, 1.0, 1, new[] { 0.5, 0.5 }], [0.0, 0.0, 1.0, 5, new[] { 0.5, 0.5 }]],
        },
        new(nameof(EarlyExits), (r, n) => [r.Either(n, 0.2, 1), r.Vector(n), 0.8, r.OneOf(2, 4, 100)]) { Sizes = Free },
        new(nameof(FloatRidge), (r, n) => [r.Singles(n), r.Singles(n), 0.01f]) { Sizes = Free, Tolerance = 1e-5, Because = "single precision" },
        new(nameof(FrameworkFunctions), (r, n) => [r.Either(n, 0.2, 1), r.Uniform(1.1, 1.2)]) { Sizes = Free, Edges = [[new[] { 0.0, 1.0, 0.5, -0.5 }, 0.5], [new[] { 3.0, 3.0 }, 0.5]] },
        new(nameof(FreudensteinRoth), (r, n) => [r.Uniform(-5, 15), r.Uniform(-2, 5)]) { Edges = [[5.0, 4.0], [0.5, -2.0]] },
        new(nameof(GarchLikelihood), (r, n) => [new[] { r.Uniform(-0.1, 0.1), r.Uniform(0.1, 0.3), r.Uniform(0.1, 0.2), r.Uniform(0.4, 0.7) }, r.Vector(n)]) { Sizes = Free },
        new(nameof(GaussianMixture), (r, n) => [r.Vector(3), r.Vector(3 * 2), r.Vector(3 * 3), r.Vector(2 * n, -2, 2), 2]) { Sizes = Free },
        new(nameof(GivensRotations), (r, n) => [r.Vector(n), r.Uniform(0.5, 1), r.Uniform(0.5, 1), r.Uniform(-1, 1)]) { Sizes = Free },
        new(nameof(HashedFeatures), (r, n) => [r.Vector(13), r.Integers(n, int.MaxValue), 12345678901L]) { Sizes = Free },
        new(nameof(HeatEquation), (r, n) => [r.Vector(n), r.Uniform(0.1, 0.2), r.Vector(n), r.OneOf(0, 1, 4, 5)]) { Sizes = Free },
        new(nameof(HelicalValley), (r, n) => [r.Uniform(0.5, 2), r.Uniform(-2, 2), r.Uniform(-2, 2)]) { Edges = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [-1.0, 0.0, 0.0]] },
        new(nameof(HornerPolynomial), (r, n) => [r.Vector(5), r.Uniform(-0.1, 0.1), r.Vector(n), r.Vector(n)]) { Sizes = Free, Edges = [[Array.Empty<double>(), 0.5, new[] { 1.0 }, new[] { 2.0 }]] },
        new(nameof(Huber), (r, n) => [r.Uniform(-1, 1), r.Uniform(-1, 1), r.Vector(n), r.Vector(n), 0.5, r.OneOf(true, false)])
        {
            Sizes = Free,
            Edges = [[0.0, 0.0, new[] { 1.0, 2.0, 3.0 }, new[] { 0.0, 0.5, -0.5 }, 0.5, true], [0.0, 0.0, new[] { 1.0 }, new[] { -0.5 }, 0.5, false]],
        },
        new(nameof(IntegerArithmetic), (r, n) => [r.Vector(5), r.Integers(n, 7)]) { Sizes = Free },
        new(nameof(KalmanFilter), (r, n) => [r.Uniform(-2, 0), r.Uniform(-2, 0), r.Uniform(-1, 1), r.Vector(n, -2, 2)]) { Sizes = Free },
        new(nameof(KeplerOrbit), (r, n) => [r.Uniform(0.1, 0.6), r.Uniform(0.5, 2), r.Uniform(-1, 1), r.Vector(n, 0, 3), r.Vector(n, -3, 3)]) { Sizes = Free, Edges = [[0.0, 1.0, 0.0, new[] { 0.0, 1.0 }, new[] { 0.0, 0.0 }]] },
        new(nameof(KowalikOsborne), (r, n) => [r.Vector(4, 0.1, 0.5)]),
        new(nameof(LogSumExp), (r, n) => [r.Vector(n, -3, 3)]) { Sizes = Free, Edges = [[new[] { 1.0, 1.0, 1.0 }], [new[] { 1000.0, 0.0, -1000.0 }]] },
        new(nameof(LogisticMap), (r, n) => [r.Uniform(1.2, 2.8), r.Uniform(0.1, 0.9), n]) { Sizes = Free, Edges = [[0.0, 0.0, 3]] },
        new(nameof(LogisticRegression), (r, n) => [r.Vector(3), r.Vector(3 * n, -2, 2), r.Signs(n), 0.1])
        {
            Sizes = Free,
            Edges = [[new double[3], new double[6], new[] { 1.0, -1.0 }, 0.0], [new[] { 900.0, -900.0 }, new[] { 1.0, 0.0, 0.0, 1.0 }, new[] { 1.0, 1.0 }, 0.0]],
        },
        new(nameof(LotkaVolterra), (r, n) => [new[] { r.Uniform(0.5, 1), r.Uniform(0.5, 1), r.Uniform(0.5, 1), r.Uniform(0.5, 1), r.Uniform(0.5, 2), r.Uniform(0.5, 2) }, r.Vector(2 * n, 0.5, 2), 0.01]) { Sizes = Free },
        new(nameof(MackeyGlass), (r, n) => [r.Uniform(0.2, 1), r.Uniform(0.1, 0.5), r.Uniform(2, 5), r.Uniform(0.5, 1.5), r.OneOf(1, 3, 17), n]) { Sizes = Free },
        new(nameof(MeanVariance), (r, n) => [r.Vector(n)]) { Sizes = Free },
        new(nameof(ModifiedHuberMargins), (r, n) => [r.Vector(n, -2, 2)]) { Sizes = Free, Edges = [[new[] { 1.0, -1.0, -2.0, -3.0, 0.0 }]] },
        new(nameof(OverlappingSlices), (r, n) => [r.Vector(n)]) { Sizes = Free, Edges = [[new double[4]]] },
        new(nameof(OverwrittenInput), (r, n) => [r.Vector(n), r.Vector(n)]) { Sizes = Free },
        new(nameof(PendulumPeriod), (r, n) => [r.Uniform(0.5, 2), r.Uniform(0.2, 2.5), r.Uniform(9, 10)]) { Edges = [[1.0, 0.0, 9.81]] },
        new(nameof(PivotedDeterminant), (r, n) => [r.Vector(n * n), n]) { Sizes = [0, 1, 2, 3, 5, 7], Edges = [[new[] { 0.0, 1.0, 1.0, 0.0 }, 2], [new[] { 1.0, 2.0, 1.0, 3.0 }, 2]] },
        new(nameof(PowellSingular), (r, n) => [r.Vector(4, -2, 2)]) { Edges = [[new double[4]], [new[] { 3.0, -1.0, 0.0, 1.0 }]] },
        new(nameof(PrefixSums), (r, n) => [r.Vector(n)]) { Sizes = Free },
        new(nameof(RecurrentNetwork), (r, n) => [r.Vector(9), r.Vector(3), r.Vector(3), r.Vector(n)]) { Sizes = Free },
        new(nameof(RosenbrockChain), (r, n) => [r.Vector(n, -2, 2)]) { Sizes = Free, Edges = [[new[] { 1.0, 1.0, 1.0 }]] },
        new(nameof(RosenbrockPair), (r, n) => [r.Uniform(-2, 2), r.Uniform(-2, 2)]) { Edges = [[1.0, 1.0], [0.0, 0.0]] },
        new(nameof(SinglePrecisionData), (r, n) => [r.Vector(3), r.Dyadics(n), r.Dyadics(n), r.Dyadic(-1, 1)]) { Sizes = Free },
        new(nameof(SmallRegressor), (r, n) => [r.Vector(81), r.Vector(8 * n), r.Vector(n)]) { Sizes = Free },
        new(nameof(SoftmaxInPlace), (r, n) => [r.Vector(n), r.Vector(n)]) { Sizes = Free },
        new(nameof(SparseQuadratic), (r, n) => [r.Vector(n), Enumerable.Range(0, n + 1).Select(row => 3 * row).ToArray(), r.Integers(3 * n, n), r.Vector(3 * n)]) { Sizes = Free },
        new(nameof(SwapRecurrence), (r, n) => [r.Vector(1)[0], r.Vector(1)[0], r.Vector(n)]) { Sizes = Free },
        new(nameof(TridiagonalSolve), (r, n) => [r.Vector(n), r.Uniform(-1, 1), r.Vector(n)]) { Sizes = Free },
        new(nameof(TrigonometricChain), (r, n) => [r.Vector(n)]) { Sizes = Free },
        new(nameof(TwoLayerClassifier), (r, n) => [r.Vector(3 * 4 + 3 + 2 * 3 + 2), 3, 2, r.Vector(4 * n), r.Integers(n, 2)]) { Sizes = Free },
        new(nameof(Wood), (r, n) => [r.Vector(4, -2, 2)]) { Edges = [[new double[] { 0, 0, 0, 0 }], [new double[] { 1, 1, 1, 1 }]] },
        new(nameof(ZeroTrips), (r, n) => [r.Uniform(-1, 1), r.Uniform(-1, 1), 1, n, 1L + n % 3]) { Sizes = [0, 1, 2, 3, 9] },
    ];

    /// <summary>The row of that name.</summary>
    public static CorpusRow Of(string name) => Rows.Single(row => row.Name == name);

    /// <summary>As many points (x, y, z) at a distance that the camera sees.</summary>
    private static double[] Scene(Sampler random, int count) => [.. Enumerable.Range(0, 3 * count).Select(k => k % 3 == 2 ? random.Uniform(6, 9) : random.Uniform(-2, 2))];
}
