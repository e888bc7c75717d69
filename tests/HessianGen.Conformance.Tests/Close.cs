namespace HessianGen.Conformance.Tests;

/// <summary>Comparison of derivatives: an error counts against 1 + the largest entry expected.</summary>
internal static class Close
{
    public static void To(double expected, double actual, double tolerance, string what) =>
        To([expected], [actual], tolerance, what);

    /// <summary>Fails, naming the worst entry, unless every error is within the tolerance; NaN agrees with NaN, an infinity with itself.</summary>
    public static void To(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double tolerance, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        double scale = 1;
        foreach (double entry in expected)
        {
            scale = double.IsFinite(entry) ? Math.Max(scale, 1 + Math.Abs(entry)) : scale;
        }

        int worst = -1;
        double largest = tolerance;
        for (int k = 0; k < expected.Length; k++)
        {
            double error = expected[k].Equals(actual[k]) ? 0 : Math.Abs(expected[k] - actual[k]) / scale;
            if (!(error <= largest))
            {
                (worst, largest) = (k, error);
            }
        }

        Assert.True(worst < 0, worst < 0 ? "" : $"{what}[{worst}] is {actual[worst]}, expected {expected[worst]}: error {largest:e1} > {tolerance:e1} at scale {scale:e1}, length {expected.Length}");
    }
}
