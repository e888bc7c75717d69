namespace HessianGen.Fuzz.Checking;

/// <summary>Comparison of results: an error counts against 1 + the largest entry expected.</summary>
/// <param name="isSingle">Whether they were computed in single precision, which the oracle does not follow: then what rounding does to the oracle's own answer is allowed for.</param>
internal sealed class Close(bool isSingle)
{
    private const double Tolerance = 1e-8, SingleTolerance = 1e-4, Unstable = 1e-6;

    /// <summary>Whether two readings are the same, or nothing can be said.</summary>
    /// <param name="oracle">The oracle's reading here, then those a few rounding errors away; looked at only where the two differ.</param>
    /// <param name="isUndecided">Set where they differ and so do the oracle's readings among each other.</param>
    public bool Agree(Reading expected, Reading actual, Func<IReadOnlyList<Reading>> oracle, ref bool isUndecided)
    {
        if (expected.Numbers is null || actual.Numbers is null)
        {
            return expected.Failure == actual.Failure || (isUndecided = oracle() is var several && several.Any(reading => reading.Failure != several[0].Failure));
        }

        double error = Error(expected.Numbers, actual.Numbers);
        if (error <= (isSingle ? SingleTolerance : Tolerance)) return true;
        IReadOnlyList<Reading> readings = oracle();
        double change = readings.Max(reading => reading.Numbers is null || readings[0].Numbers is null ? double.PositiveInfinity : Error(readings[0].Numbers!, reading.Numbers));
        return isUndecided = isSingle ? error <= 50 * change : !(change <= Unstable);
    }

    private static double Error(double[] expected, double[] actual)
    {
        double scale = expected.Select(Math.Abs).Append(0).Max() + 1;
        return expected.Zip(actual, (x, y) => x.Equals(y) ? 0 : double.IsNaN(x - y) ? double.PositiveInfinity : Math.Abs(x - y) / scale).Append(0).Max();
    }
}
