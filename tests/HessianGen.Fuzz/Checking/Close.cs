namespace HessianGen.Fuzz.Checking;

/// <summary>Comparison of results: an error counts against 1 + the largest entry expected.</summary>
/// <param name="isSingle">Whether they were computed in single precision, which the oracle does not follow: then what rounding does to the oracle's own answer is allowed for.</param>
internal sealed class Close(bool isSingle)
{
    private const double Tolerance = 1e-8, SingleTolerance = 1e-4, Unstable = 1e-6;

    /// <summary>Whether two readings are the same.</summary>
    /// <param name="nearby">The expected reading a few rounding errors away; looked at only where they differ.</param>
    public bool Agree(Reading expected, Reading actual, Func<IEnumerable<Reading>> nearby)
    {
        if (expected.Numbers is null || actual.Numbers is null)
        {
            return expected.Failure == actual.Failure || expected.Failure is null && nearby().Any(reading => reading.Failure is not null);
        }

        double tolerance = isSingle ? SingleTolerance : Tolerance;
        double error = Error(expected.Numbers, actual.Numbers);
        if (error <= tolerance) return true;
        double change = nearby().Max(reading => reading.Numbers is null ? double.PositiveInfinity : Error(expected.Numbers, reading.Numbers));
        return isSingle ? error <= 50 * change : !(change <= Unstable);
    }

    private static double Error(double[] expected, double[] actual)
    {
        double scale = expected.Select(Math.Abs).Append(0).Max() + 1;
        return expected.Zip(actual, (x, y) => x.Equals(y) ? 0 : double.IsNaN(x - y) ? double.PositiveInfinity : Math.Abs(x - y) / scale).Append(0).Max();
    }
}
