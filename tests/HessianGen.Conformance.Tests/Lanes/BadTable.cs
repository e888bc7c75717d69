namespace HessianGen.Conformance.Tests.Lanes;

/// <summary>What may be wrong with data.</summary>
public static class BadTable
{
    // Times 8, 16 or 32 lanes, these are 0 in 32 bits.
    private static readonly int[] Wrapping = [1 << 27, 1 << 28, 1 << 29, 1 << 30, int.MinValue];

    /// <summary>All rows.</summary>
    public static IReadOnlyList<BadRow> Rows { get; } =
    [
        // a: the arguments   p: an iteration
        .. Indices("Softmax_Labels", 2, 3), .. Indices("Softmax_OneArray", 2, 4), .. Indices("FloatLayer", 2, 3), .. Indices("FloatFit", 2, 4),
        .. Indices("EmbeddingRows", 1, 5), .. Indices("Histogram", 1, 4),
        .. Wrapping.Append(3).Append(-1).Select(index => new BadRow("ChosenClass", $"the class {index}", (a, p) => a[2] = index)),
        new("CurveFit", "an array too short", (a, p) => a[2] = Shorter(a[2])),
        new("CurveFit", "too few weights", (a, p) => a[0] = Shorter(a[0])),
        new("CurveFit_Angles", "an array too short", (a, p) => a[2] = Shorter(a[2])),
        new("DenseLayer", "too few inputs", (a, p) => a[1] = Shorter(a[1])),
        new("DenseLayer", "too few weights", (a, p) => a[0] = Shorter(a[0])),
        new("Softmax_OneArray", "too many classes", (a, p) => a[3] = 5),
        new("StridedRows_OfAnyLength", "rows before the first", (a, p) => a[2] = -1),
        new("StridedRows_OfAnyLength", "too many rows", (a, p) => (a[1], a[3]) = (1000, 1)),
        new("StridedRows_OfAnyLength", "a far row", (a, p) => a[3] = 1 << 30),
        new("EmbeddingRows", "long rows", (a, p) => a[3] = 1000),
        new("RowsUsedAgain", "too few inputs", (a, p) => (a[0], a[1], a[3], a[4]) = (new double[12], new double[4 * p + 3], 4, 3)),
        new("Attention", "too few keys", (a, p) => a[1] = Shorter(a[1])),
        new("ManyWeights", "rows too long", (a, p) => a[2] = 1000),
        new("RowSums", "too few rows", (a, p) => a[1] = Shorter(a[1])),
        new("RowSums", "rows too long", (a, p) => a[0] = new double[((double[])a[0]).Length + 1]),
        new("RowsAtAnyDistance", "rows before the first", (a, p) => a[3] = -1),
        new("RowsAtAnyDistance", "one row too many", (a, p) => a[2] = (int)a[2] + 1),
        .. Wrapping.Select(distance => new BadRow("RowsAtAnyDistance", $"the distance {distance}", (a, p) => a[4] = distance)),
        new("Checks", "a number that the method refuses", (a, p) => ((double[])a[1])[p] = -1),
        new("Checks", "not a number", (a, p) => ((double[])a[1])[p] = double.NaN),
        new("Flags", "an array too short", (a, p) => a[1] = ((bool[])a[1])[1..]),
        new("CounterAsNumber", "too few weights", (a, p) => a[0] = Shorter(a[0])),
        new("StartAndEnd", "the start before the array", (a, p) => (a[1], a[2]) = (-1, 2)),
        new("StartAndEnd", "the end behind the array", (a, p) => (a[1], a[2]) = (0, ((double[])a[0]).Length + 1)),
        new("Interpolation", "a place before the table", (a, p) => ((double[])a[1])[p] = -1),
        new("LongIndices", "a shift", (a, p) => a[1] = -1L),
        new("LongIndices", "a far place", (a, p) => a[1] = 1L << 32),
        new("MovingIndex", "too many iterations", (a, p) => a[2] = (int)a[2] + 1),
        new("Histogram", "an array too short", (a, p) => a[1] = ((int[])a[1])[1..]),
        new("Bounds_ByDivision", "a division by zero", (a, p) => a[3] = 0),
        new("Bounds_ByDivision", "too few weights", (a, p) => a[2] = 10),
        new("Epochs", "an array too short", (a, p) => a[2] = Shorter(a[2])),
    ];

    private static IEnumerable<BadRow> Indices(string row, int argument, int count) =>
        Wrapping.Concat([count, count + 1, -1]).Select(index => new BadRow(row, $"the index {index}", (a, p) => ((int[])a[argument])[p] = index));

    private static double[] Shorter(object array) => ((double[])array)[1..];
}
