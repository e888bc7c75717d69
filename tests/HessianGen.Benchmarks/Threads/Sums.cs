using HessianGen.Benchmarks.Compare;
using HessianGen.Benchmarks.Workloads;

namespace HessianGen.Benchmarks.Threads;

/// <summary>The workloads that are sums over samples, with the data of the comparison.</summary>
internal static class Sums
{
    public static readonly IReadOnlyList<(string Name, Problem Problem, IHessianVectorSumObjective Sum)> All =
    [
        ("W3", Problems.Logistic, new LogisticRegression.LossObjective(Copy(Problems.Logistic.Inputs), Copy(Problems.Logistic.Targets), Problems.Logistic.Constant)),
        ("W4", Problems.Network, new Classifier.LossObjective(Copy(Problems.Network.Inputs), Copy(Problems.Network.Labels))),
        ("W5", Problems.Mixture, new GaussianMixture.LogPosteriorObjective(
            Copy(Problems.Mixture.Inputs), GaussianMixture.Clusters, GaussianMixture.Clusters * GaussianMixture.Dimension, GaussianMixture.Clusters * GaussianMixture.Entries)),
    ];

    // Objectives hold managed memory.
    private static T[] Copy<T>(NativeArray<T> array) where T : unmanaged => array.Span.ToArray();
}
