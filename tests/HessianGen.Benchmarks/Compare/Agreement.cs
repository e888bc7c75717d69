namespace HessianGen.Benchmarks.Compare;

/// <summary>Whether all contenders of a row compute the same.</summary>
internal static class Agreement
{
    private const double Tolerance = 1e-9;

    /// <summary>Who differs from the first contender and by how much, or null.</summary>
    public static string? Check(Row row, IReadOnlyList<Contender> contenders)
    {
        double[] values = [.. contenders.Select(c => c.Repeat(1))];
        for (int i = 1; i < contenders.Count; i++)
        {
            double ofValue = Difference([values[i]], [values[0]]), ofResult = Difference(contenders[i].Result, contenders[0].Result);

            // Not >, which a NaN would pass.
            if (!(ofValue <= Tolerance && ofResult <= Tolerance))
            {
                return $"{row.Name}: {contenders[i].Column} differs from {contenders[0].Column} by {Math.Max(ofValue, ofResult):0.0E0} of the largest entry";
            }
        }

        return null;
    }

    private static double Difference(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double largest = 0, difference = 0;
        for (int i = 0; i < a.Length; i++)
        {
            largest = Math.Max(largest, Math.Max(Math.Abs(a[i]), Math.Abs(b[i])));
            difference = Math.Max(difference, Math.Abs(a[i] - b[i]));
        }

        return difference == 0 ? 0 : difference / largest;
    }
}
