using HessianGen.Benchmarks.Compare.Scalar;
using HessianGen.Benchmarks.Workloads;
using static HessianGen.Benchmarks.Workloads.GaussianMixture;

namespace HessianGen.Benchmarks.Compare;

/// <summary>The lines of the comparison: a new one is a record here, and a function in <c>native/loops</c>.</summary>
internal static class Rows
{
    private const int Means = Clusters, Factors = Means + Clusters * Dimension;

    public static readonly IReadOnlyList<Row> All =
    [
        .. Chain("W1 n=1000", Problems.ShortChain),
        .. Chain("W1 n=100000", Problems.LongChain),
        Hessian("W1 n=100", Problems.DenseChain, (p, gradient, hessian) => ChainedRosenbrock.SumHessian(p.Variables, gradient, hessian)),
        Hessian("W2 Wood", Problems.Wood, (p, result) => TestFunctions.WoodHessian(p.Variables, result[..4], result[4..])),
        Hessian("W2 Beale", Problems.Beale, (p, result) => TestFunctions.BealeHessian(p.Variables, result[..2], result[2..])),
        Hessian("W2 helical", Problems.HelicalValley, (p, result) => TestFunctions.HelicalValleyHessian(p.Variables, result[..3], result[3..])),
        Hessian("W2 waves", Problems.Waves, (p, result) => TestFunctions.WavesHessian(p.Variables, result[..6], result[6..])),

        new("W3 value", Problems.Logistic, "value", 0,
            (p, _) => LogisticRegression.LossValue(p.Variables, p.Inputs, p.Targets, p.Constant),
            (p, _) => LogisticRegression.Loss(p.Variables, p.Inputs, p.Targets, p.Constant)),
        new("W3 gradient", Problems.Logistic, "gradient", Problems.Logistic.Variables.Length,
            (p, result) => LogisticRegression.LossGradient(p.Variables, p.Inputs, p.Targets, p.Constant, result),
            (p, result) => ScalarLogistic.Gradient(p.Variables, p.Inputs, p.Targets, p.Constant, result)),
        new("W3 HVP", Problems.Logistic, "product", Problems.Logistic.Variables.Length,
            (p, result) =>
            {
                LogisticRegression.LossHessianVectorProduct(p.Variables, p.Inputs, p.Targets, p.Constant, p.Directions, result);
                return 0;
            },
            (p, result) => ScalarLogistic.Product(p.Variables, p.Inputs, p.Constant, p.Directions, result)),
        Hessian("W3", Problems.Logistic, (p, gradient, hessian) => LogisticRegression.LossHessian(p.Variables, p.Inputs, p.Targets, p.Constant, gradient, hessian)),

        new("W4 value", Problems.Network, "value", 0,
            (p, _) => Classifier.LossValue(p.Variables, p.Inputs, p.Labels),
            (p, _) => Classifier.Loss(p.Variables, p.Inputs, p.Labels)),
        new("W4 gradient", Problems.Network, "gradient", Classifier.Weights,
            (p, result) => Classifier.LossGradient(p.Variables, p.Inputs, p.Labels, result),
            (p, result) => ScalarClassifier.Gradient(p.Variables, p.Inputs, p.Labels, result)),
        new("W4 HVP", Problems.Network, "product", Classifier.Weights,
            (p, result) =>
            {
                Classifier.LossHessianVectorProduct(p.Variables, p.Inputs, p.Labels, p.Direction(0), result);
                return 0;
            },
            (p, result) => ScalarClassifier.Product(p.Variables, p.Inputs, p.Labels, p.Direction(0), result)),
        new("W4 8 HVPs", Problems.Network, "products8", Problems.Directions * Classifier.Weights,
            (p, result) =>
            {
                Classifier.LossHessianVectorProducts(p.Variables, p.Inputs, p.Labels, Problems.Directions, p.Directions, result);
                return 0;
            },
            (p, result) =>
            {
                for (int d = 0; d < Problems.Directions; d++)
                {
                    ScalarClassifier.Product(p.Variables, p.Inputs, p.Labels, p.Direction(d), result.Slice(d * Classifier.Weights, Classifier.Weights));
                }

                return 0;
            }),

        Hessian("W4s", Problems.SmallNetwork, (p, gradient, hessian) => SmallRegression.LossHessian(p.Variables, p.Inputs, p.Targets, gradient, hessian)),

        new("W5 value", Problems.Mixture, "value", 0,
            (p, _) => LogPosteriorValue(p.Variables[..Means], p.Variables[Means..Factors], p.Variables[Factors..], p.Inputs),
            (p, _) => LogPosterior(p.Variables[..Means], p.Variables[Means..Factors], p.Variables[Factors..], p.Inputs)),
        new("W5 gradient", Problems.Mixture, "gradient", Problems.Mixture.Variables.Length,
            (p, result) => LogPosteriorGradient(p.Variables[..Means], p.Variables[Means..Factors], p.Variables[Factors..], p.Inputs, result),
            (p, result) => ScalarMixture.Gradient(p.Variables, p.Inputs, result)),
        new("W5 HVP", Problems.Mixture, "product", Problems.Mixture.Variables.Length,
            (p, result) =>
            {
                LogPosteriorHessianVectorProduct(p.Variables[..Means], p.Variables[Means..Factors], p.Variables[Factors..], p.Inputs, p.Directions, result);
                return 0;
            },
            (p, result) => ScalarMixture.Product(p.Variables, p.Inputs, p.Directions, result)),

        new("W6 value", Problems.Populations, "value", 0,
            (p, _) => LotkaVolterra.MisfitValue(p.Variables, p.Inputs, p.Constant),
            (p, _) => LotkaVolterra.Misfit(p.Variables, p.Inputs, p.Constant)),
        new("W6 gradient", Problems.Populations, "gradient", Problems.Populations.Variables.Length,
            (p, result) => LotkaVolterra.MisfitGradient(p.Variables, p.Inputs, p.Constant, result),
            (p, result) => ScalarLotkaVolterra.Gradient(p.Variables, p.Inputs, p.Constant, result)),
        Hessian("W6", Problems.Populations, (p, gradient, hessian) => LotkaVolterra.MisfitHessian(p.Variables, p.Inputs, p.Constant, gradient, hessian)),

        .. ManyPointsRows.All,
    ];

    private delegate double HessianMember(Problem problem, Span<double> gradient, Span<double> hessian);

    /// <summary>Value, gradient and Hessian together, the Hessian behind the gradient.</summary>
    private static Row Hessian(string name, Problem problem, HessianMember member)
    {
        int n = problem.Variables.Length;
        return Hessian(name, problem, (p, result) => member(p, result[..n], result[n..]));
    }

    /// <summary>For methods of a few nanoseconds, of which a second delegate would be a quarter.</summary>
    private static Row Hessian(string name, Problem problem, Computation computation)
    {
        int n = problem.Variables.Length;
        return new($"{name} Hessian", problem, "hessian", n + n * n, computation, null);
    }

    private static Row[] Chain(string name, Problem problem) =>
    [
        new($"{name} value", problem, "value", 0,
            (p, _) => ChainedRosenbrock.SumValue(p.Variables),
            (p, _) => ChainedRosenbrock.Sum(p.Variables)),
        new($"{name} gradient", problem, "gradient", problem.Variables.Length,
            (p, result) => ChainedRosenbrock.SumGradient(p.Variables, result),
            (p, result) => ScalarRosenbrock.Gradient(p.Variables, result)),
        new($"{name} HVP", problem, "product", problem.Variables.Length,
            (p, result) =>
            {
                ChainedRosenbrock.SumHessianVectorProduct(p.Variables, p.Directions, result);
                return 0;
            },
            (p, result) => ScalarRosenbrock.Product(p.Variables, p.Directions, result)),
        Banded(name, problem),
    ];

    /// <summary>Value, gradient and the two diagonals. The pattern is made once, like the layouts of the others.</summary>
    private static Row Banded(string name, Problem problem)
    {
        int n = problem.Variables.Length;
        SparsityPattern pattern = ChainedRosenbrock.SumHessianPattern(n);
        return new($"{name} banded Hessian", problem, "sparse_hessian", n + pattern.Count, (p, result) => ChainedRosenbrock.SumSparseHessian(p.Variables, pattern, result[..n], result[n..]), null);
    }
}
