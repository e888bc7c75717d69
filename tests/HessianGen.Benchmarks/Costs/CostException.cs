namespace HessianGen.Benchmarks.Costs;

/// <summary>Methods that break a law, and why; up to which ratio.</summary>
internal sealed record CostException(CostLaw Law, double Bound, string Reason, params string[] Methods)
{
    private const string
        Fused = "a product in a sum is one operation; backwards each factor takes one, and so does what the product is added to",
        Copied = "what is copied costs nothing; backwards it is an addition",
        Chosen = "max, min and abs are one operation; backwards they compare again, and select for each operand",
        Function = "the derivative is made of other functions than the method: cos for sin, pow and log for pow",
        Tangents = "a product in a sum is one operation; its tangent is two products, added up before the sum so that the chain of sums does not get longer";

    public static IReadOnlyList<CostException> All { get; } =
    [
        new(CostLaw.FirstTime, 4, Fused,
            "ChebyshevSeries", "GuardThenArray", "HornerPolynomial", "HouseholderLeastSquares", "LevinsonDurbin", "LocalMatrices", "MatrixKalmanFilter", "PageRank",
            "PivotedDeterminant", "PowerIteration", "SinkhornDistance", "SystemSolver", "TailRecurrences", "TriangleRows", "TridiagonalSolve"),
        new(CostLaw.FirstTime, 5, Copied, "AliasedArrays", "ArrayInBranch", "BranchesWithArrays", "HelperSpans", "ReturnedPieces"),
        new(CostLaw.FirstTime, 4.5, Chosen, "BinomialTreeOption", "FloatGenericNorm", "GenericNorms", "HuberRegression", "SmoothEditDistance"),
        new(CostLaw.FirstTime, 4, Function, "MackeyGlass", "VerbatimNames", "WeibullSurvival"),
        new(CostLaw.Gradient, 4.5, Fused, "LevinsonDurbin"),
        new(CostLaw.Gradient, 5, Copied, "BranchesWithArrays"),
        new(CostLaw.Gradient, 5, Chosen, "BinomialTreeOption", "FloatGenericNorm", "SmoothEditDistance"),
        new(CostLaw.Gradient, 4.5, Function, "MackeyGlass"),
        new(CostLaw.Product, 3.5, Tangents,
            "BinomialTreeOption", "CholeskyLogDeterminant", "DeepPerceptron", "HouseholderLeastSquares", "InParameters", "InsideAlgorithm", "JaggedLayers", "LevinsonDurbin", "LocalMatrices",
            "MatrixExponential", "MatrixKalmanFilter", "PowerIteration", "RecurrentNetwork", "ResidualBlocks", "SinkhornDistance", "VerbatimNames"),
    ];

    /// <summary>The exception that a method has from a law, or null.</summary>
    public static CostException? Of(CostLaw law, string method) => All.SingleOrDefault(e => e.Law == law && e.Methods.Contains(method));
}
