namespace Corpus;

/// <summary>All methods of the corpus. To add one: a file in <c>Methods</c>, and a row here.</summary>
public static class CorpusTable
{
    private static readonly int[] Free = [0, 1, 2, 3, 7, 8, 9, 1001];

    /// <summary>The rows, in alphabetical order.</summary>
    public static IReadOnlyList<CorpusRow> Rows { get; } =
    [
        // r: random numbers   n: the size, drawn from Sizes
        new(nameof(Beale), (r, n) => [r.Uniform(-3, 3), r.Uniform(-3, 3)]) { Edges = [[3.0, 0.5], [0.0, 0.0]] },
        new(nameof(BlackScholes), (r, n) => [r.Uniform(80, 120), r.Uniform(80, 120), r.Uniform(0.01, 0.05), r.Uniform(0.1, 0.4), r.Uniform(0.25, 2), r.OneOf(true, false)]),
        new(nameof(CholeskyLogDeterminant), (r, n) => [r.Vector(n * n), n, 0.5]) { Sizes = [0, 1, 2, 3, 6] },
        new(nameof(CompoundAssignments), (r, n) => [r.Uniform(-2, 2), r.Uniform(-2, 2), r.Dyadic(-2, 2)]),
        new(nameof(CovarianceKernel), (r, n) => [r.Uniform(-1, 1), r.Uniform(-1, 1), r.Uniform(0.5, 2), r.OneOf(0, 1, 5), r.Vector(n)])
        {
            Sizes = [0, 1, 2, 3, 8, 33],
            Edges = [[0.0, 0.0, 1.0, 1, new[] { 0.5, 0.5 }], [0.0, 0.0, 1.0, 5, new[] { 0.5, 0.5 }]],
        },
        new(nameof(FloatRidge), (r, n) => [r.Singles(n), r.Singles(n), 0.01f]) { Sizes = Free, Tolerance = 1e-5, Because = "single precision" },
        new(nameof(GaussianMixture), (r, n) => [r.Vector(3), r.Vector(3 * 2), r.Vector(3 * 3), r.Vector(2 * n, -2, 2), 2]) { Sizes = Free },
        new(nameof(HelicalValley), (r, n) => [r.Uniform(0.5, 2), r.Uniform(-2, 2), r.Uniform(-2, 2)]) { Edges = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [-1.0, 0.0, 0.0]] },
        new(nameof(HornerPolynomial), (r, n) => [r.Vector(5), r.Uniform(-0.1, 0.1), r.Vector(n), r.Vector(n)]) { Sizes = Free, Edges = [[Array.Empty<double>(), 0.5, new[] { 1.0 }, new[] { 2.0 }]] },
        new(nameof(Huber), (r, n) => [r.Uniform(-1, 1), r.Uniform(-1, 1), r.Vector(n), r.Vector(n), 0.5, r.OneOf(true, false)])
        {
            Sizes = Free,
            Edges = [[0.0, 0.0, new[] { 1.0, 2.0, 3.0 }, new[] { 0.0, 0.5, -0.5 }, 0.5, true], [0.0, 0.0, new[] { 1.0 }, new[] { -0.5 }, 0.5, false]],
        },
        new(nameof(IntegerArithmetic), (r, n) => [r.Vector(5), r.Integers(n, 7)]) { Sizes = Free },
        new(nameof(LogSumExp), (r, n) => [r.Vector(n, -3, 3)]) { Sizes = Free, Edges = [[new[] { 1.0, 1.0, 1.0 }], [new[] { 1000.0, 0.0, -1000.0 }]] },
        new(nameof(LogisticMap), (r, n) => [r.Uniform(1.2, 2.8), r.Uniform(0.1, 0.9), n]) { Sizes = Free, Edges = [[0.0, 0.0, 3]] },
        new(nameof(LogisticRegression), (r, n) => [r.Vector(3), r.Vector(3 * n, -2, 2), r.Signs(n), 0.1])
        {
            Sizes = Free,
            Edges = [[new double[3], new double[6], new[] { 1.0, -1.0 }, 0.0], [new[] { 900.0, -900.0 }, new[] { 1.0, 0.0, 0.0, 1.0 }, new[] { 1.0, 1.0 }, 0.0]],
        },
        new(nameof(LotkaVolterra), (r, n) => [new[] { r.Uniform(0.5, 1), r.Uniform(0.5, 1), r.Uniform(0.5, 1), r.Uniform(0.5, 1), r.Uniform(0.5, 2), r.Uniform(0.5, 2) }, r.Vector(2 * n, 0.5, 2), 0.01]) { Sizes = Free },
        new(nameof(MeanVariance), (r, n) => [r.Vector(n)]) { Sizes = Free },
        new(nameof(OverlappingSlices), (r, n) => [r.Vector(n)]) { Sizes = Free, Edges = [[new double[4]]] },
        new(nameof(OverwrittenInput), (r, n) => [r.Vector(n), r.Vector(n)]) { Sizes = Free },
        new(nameof(PrefixSums), (r, n) => [r.Vector(n)]) { Sizes = Free },
        new(nameof(RosenbrockChain), (r, n) => [r.Vector(n, -2, 2)]) { Sizes = Free, Edges = [[new[] { 1.0, 1.0, 1.0 }]] },
        new(nameof(RosenbrockPair), (r, n) => [r.Uniform(-2, 2), r.Uniform(-2, 2)]) { Edges = [[1.0, 1.0], [0.0, 0.0]] },
        new(nameof(SmallRegressor), (r, n) => [r.Vector(81), r.Vector(8 * n), r.Vector(n)]) { Sizes = Free },
        new(nameof(SoftmaxInPlace), (r, n) => [r.Vector(n), r.Vector(n)]) { Sizes = Free },
        new(nameof(SwapRecurrence), (r, n) => [r.Vector(1)[0], r.Vector(1)[0], r.Vector(n)]) { Sizes = Free },
        new(nameof(TridiagonalSolve), (r, n) => [r.Vector(n), r.Uniform(-1, 1), r.Vector(n)]) { Sizes = Free },
        new(nameof(TrigonometricChain), (r, n) => [r.Vector(n)]) { Sizes = Free },
        new(nameof(TwoLayerClassifier), (r, n) => [r.Vector(3 * 4 + 3 + 2 * 3 + 2), 3, 2, r.Vector(4 * n), r.Integers(n, 2)]) { Sizes = Free },
        new(nameof(Wood), (r, n) => [r.Vector(4, -2, 2)]) { Edges = [[new double[] { 0, 0, 0, 0 }], [new double[] { 1, 1, 1, 1 }]] },
        new(nameof(ZeroTrips), (r, n) => [r.Uniform(-1, 1), r.Uniform(-1, 1), 1, n, 1L + n % 3]) { Sizes = [0, 1, 2, 3, 9] },
    ];

    /// <summary>The row of that name.</summary>
    public static CorpusRow Of(string name) => Rows.Single(row => row.Name == name);
}
