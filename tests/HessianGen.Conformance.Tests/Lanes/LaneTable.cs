using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Lanes;

/// <summary>The methods whose loops run in lanes, by what is special about them.</summary>
public static partial class LaneTable
{
    // The text of a Hessian is long, and what compiles it takes most of the time.
    private static readonly HashSet<string> WithHessian =
    [
        "PlainSum", "Neighbours", "SeveralSums", "ConditionalSums", "FloatSum", "CurveFit", "DenseLayer", "Softmax_Labels", "Softmax_OneArray", "StridedRows", "RowsUsedAgain",
        "Kinks", "LoadsOfSomeLanes", "UniformInVarying", "IntegersInBranches", "StartAndEnd", "CopiesAndFills", "Histogram", "TimeSteps", "Points", "CountedSteps", "MemoryOfSteps",
    ];

    /// <summary>Members of which the loop runs one iteration at a time all the same: what it reads or adds to is scattered.</summary>
    public static IReadOnlyDictionary<string, string[]> Scattered { get; } = new Dictionary<string, string[]>
    {
        ["Histogram"] = ["Value"],
        ["Points"] = ["Gradient"],
        ["StridedRows"] = ["Gradient"],
        ["Interpolation"] = ["Gradient"],
        ["StepsAfterSteps"] = ["Gradient"],
        ["Mirrored"] = ["Gradient", "HessianVectorProduct"],
        ["LongIndices"] = ["Gradient", "HessianVectorProduct"],
        ["PrivateIntegers"] = ["Gradient", "HessianVectorProduct"],
        ["SearchOfEachLane"] = ["Gradient", "HessianVectorProduct"],
        ["IntegersInBranches"] = ["Gradient", "HessianVectorProduct"],
    };

    /// <summary>All rows.</summary>
    public static IReadOnlyList<LaneRow> Rows { get; } =
    [
        .. new[] { Sums, Samples, Layers, Branches, Integers, Memory, Shapes, Loops }.SelectMany(rows => rows)
            .Select(row => WithHessian.Contains(row.Name) ? row with { Members = ProductMember.Rows } : row),
    ];

    /// <summary>The rows that run in lanes.</summary>
    public static IEnumerable<LaneRow> InLanes => Rows.Where(row => row.Scalar is null);

    /// <summary>The names of all rows, so that each shows as a test of its own.</summary>
    public static TheoryData<string> Names => [.. Rows.Select(row => row.Name)];

    /// <summary>The row of that name.</summary>
    public static LaneRow Of(string name) => Rows.Single(row => row.Name == name);
}
