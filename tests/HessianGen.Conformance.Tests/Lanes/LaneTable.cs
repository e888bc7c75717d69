using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Lanes;

/// <summary>The methods whose loops run in lanes, by what is special about them.</summary>
public static partial class LaneTable
{
    // The text of a Hessian is long, and what compiles it takes most of the time.
    private static readonly HashSet<string> WithHessian =
    [
        "PlainSum", "Neighbours", "SeveralSums", "ConditionalSums", "FloatSum", "CurveFit", "DenseLayer", "Softmax_Labels", "Softmax_OneArray", "StridedRows", "RowsUsedAgain",
        "Kinks", "LoadsOfSomeLanes", "UniformInVarying", "IntegersInBranches", "StartAndEnd", "CopiesAndFills", "Histogram", "TimeSteps", "Points",
    ];

    /// <summary>All rows.</summary>
    public static IReadOnlyList<LaneRow> Rows { get; } =
    [
        .. new[] { Sums, Samples, Branches, Integers, Memory, Shapes }.SelectMany(rows => rows)
            .Select(row => WithHessian.Contains(row.Name) ? row with { Members = ProductMember.Rows } : row),
    ];

    /// <summary>The rows that run in lanes.</summary>
    public static IEnumerable<LaneRow> InLanes => Rows.Where(row => row.Scalar is null);

    /// <summary>The names of all rows, so that each shows as a test of its own.</summary>
    public static TheoryData<string> Names => [.. Rows.Select(row => row.Name)];

    /// <summary>The row of that name.</summary>
    public static LaneRow Of(string name) => Rows.Single(row => row.Name == name);
}
