using HessianGen.Benchmarks.Workloads;

namespace HessianGen.Benchmarks.Compare;

/// <summary>The workloads with their data, which are sines of small multiples of the indices.</summary>
internal static class Problems
{
    private const int Features = 50, Samples = 2000, Images = 512, SmallSamples = 128, Points = 1000, Steps = 200;

    private const int MixtureVariables = GaussianMixture.Clusters * (1 + GaussianMixture.Dimension + GaussianMixture.Entries);

    // Four rates and the two populations at the start.
    private static readonly double[] s_rates = [1.1, 0.4, 0.9, 0.35, 2.0, 1.2];

    /// <summary>The directions that a row may multiply by at once.</summary>
    public const int Directions = 8;

    public static readonly Problem DenseChain = Chain(100), ShortChain = Chain(1_000), LongChain = Chain(100_000);

    public static readonly Problem
        Wood = Point("wood", -3.1, -1.2, -2.9, -0.8),
        Beale = Point("beale", 1.3, 0.7),
        HelicalValley = Point("helical", 1.1, 0.4, 0.2),
        Waves = Point("waves", [.. Enumerable.Range(1, 6).Select(i => 1.5 * Math.Sin(i))]);

    public static readonly Problem Logistic = new("logistic", Samples)
    {
        Inputs = new(Samples * Features, k => Wave(1.3, 2.7, 0.01, k / Features, k % Features)),
        Targets = new(Samples, n => Math.Sin(0.9 * n) > 0 ? 1 : 0),
        Constant = 1e-3,
        Variables = new(Features, i => 0.3 * Math.Sin(i)),
        Directions = new(Features, Direction),
    };

    public static readonly Problem Network = new("classifier", Images)
    {
        Inputs = new(Images * Classifier.Inputs, k => Wave(1.1, 2.3, 0.013, k / Classifier.Inputs, k % Classifier.Inputs)),
        Labels = new(Images, n => n % Classifier.Classes),
        Variables = new(Classifier.Weights, i => 0.2 * Math.Sin(1.7 * i + 0.2)),
        Directions = new(Directions * Classifier.Weights, k => Math.Cos(0.3 * (k % Classifier.Weights) + 0.1 + 0.5 * (k / Classifier.Weights))),
    };

    public static readonly Problem SmallNetwork = new("regression", SmallSamples)
    {
        Inputs = new(SmallSamples * SmallRegression.Inputs, k => Wave(1.1, 2.3, 0.013, k / SmallRegression.Inputs, k % SmallRegression.Inputs)),
        Targets = new(SmallSamples, n => Math.Sin(0.4 * n)),
        Variables = new(SmallRegression.Weights, i => 0.4 * Math.Sin(1.7 * i + 0.2)),
        Directions = new(SmallRegression.Weights, Direction),
    };

    public static readonly Problem Mixture = new("mixture", Points)
    {
        Inputs = new(Points * GaussianMixture.Dimension, k => Wave(1.1, 2.3, 0.013, k / GaussianMixture.Dimension, k % GaussianMixture.Dimension)),
        Variables = new(MixtureVariables, i => 0.3 * Math.Sin(1.7 * i + 0.2)),
        Directions = new(MixtureVariables, Direction),
    };

    public static readonly Problem Populations = new("lotka_volterra", Steps)
    {
        Inputs = new(2 * Steps, k => k % 2 == 0 ? 2.5 + 1.5 * Math.Sin(0.05 * (k / 2)) : 2 + Math.Cos(0.05 * (k / 2))),
        Constant = 0.05,
        Variables = new(s_rates.Length, i => s_rates[i]),
        Directions = new(s_rates.Length, Direction),
    };

    private static Problem Chain(int length) => new("rosenbrock", length)
    {
        Variables = new(length, i => Math.Sin(0.7 * i + 0.3)),
        Directions = new(length, Direction),
    };

    private static Problem Point(string name, params double[] variables) => new(name, 1)
    {
        Variables = new(variables.Length, i => variables[i]),
        Directions = new(variables.Length, Direction),
    };

    private static double Direction(int i) => Math.Cos(0.3 * i + 0.1);

    private static double Wave(double row, double column, double both, int i, int j) => Math.Sin(row * i + column * j + both * i * j);
}
