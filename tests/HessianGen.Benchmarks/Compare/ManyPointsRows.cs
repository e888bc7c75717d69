using HessianGen.Benchmarks.Workloads;

namespace HessianGen.Benchmarks.Compare;

/// <summary>W2 at many points: value, gradient and whole Hessian of a small function at each of 1,024 points in rows.</summary>
internal static class ManyPointsRows
{
    private const int Count = 1024;

    private static readonly int s_stride = BatchLayout.Stride(Count);

    public static readonly IReadOnlyList<Row> All =
    [
        Hessian("W2 Wood", "many_wood", [-3.1, -1.2, -2.9, -0.8], (p, v, g, h) => ManyPoints.WoodHessianBatch(Count, s_stride, Of(p, 0), Of(p, 1), Of(p, 2), Of(p, 3), v, g, h)),
        Hessian("W2 Beale", "many_beale", [1.1, 0.9], (p, v, g, h) => ManyPoints.BealeHessianBatch(Count, s_stride, Of(p, 0), Of(p, 1), v, g, h)),
        Hessian("W2 helical", "many_helical", [1.3, 0.7, 0.4], (p, v, g, h) => ManyPoints.HelicalValleyHessianBatch(Count, s_stride, Of(p, 0), Of(p, 1), Of(p, 2), v, g, h)),
        Hessian("W2 waves", "many_waves", [0.5, -0.3, 0.8, 1.1, -0.6, 0.2], (p, v, g, h) => ManyPoints.WavesHessianBatch(Count, s_stride, p.Variables, v, g, h)),
    ];

    private delegate void Batch(Problem problem, Span<double> values, Span<double> gradients, Span<double> hessians);

    /// <param name="first">The first point; the others are up to a tenth larger in every coordinate.</param>
    private static Row Hessian(string name, string problem, double[] first, Batch batch)
    {
        int n = first.Length, rows = s_stride;
        Problem points = new(problem, Count)
        {
            Variables = new(n * rows, k => first[k / rows] * (1 + 1e-4 * (k % rows))),
            Directions = new(n, _ => 0),
        };
        return new($"{name} x {Count}", points, "hessian", (1 + n + n * n) * rows, (p, result) =>
        {
            batch(p, result[..rows], result.Slice(rows, n * rows), result[((1 + n) * rows)..]);
            return 0;
        }, null);
    }

    private static ReadOnlySpan<double> Of(Problem problem, int variable) => problem.Variables[(variable * s_stride)..((variable + 1) * s_stride)];
}
