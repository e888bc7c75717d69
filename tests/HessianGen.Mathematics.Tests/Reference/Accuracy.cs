namespace HessianGen.Mathematics.Tests.Reference;

/// <summary>The errors of a function over sampled points.</summary>
/// <param name="Max">The largest, in ULP.</param>
/// <param name="Mean">The mean, in ULP.</param>
/// <param name="Worst">The arguments of the largest.</param>
public readonly record struct Accuracy(double Max, double Mean, (double X, double Y) Worst)
{
    /// <summary>The errors of <paramref name="results"/>, taken as the function's values at the points.</summary>
    public static Accuracy Of<T>(Function function, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> results) where T : unmanaged
    {
        double max = -1, sum = 0;
        int worst = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double error = results[i] is float single
                ? Ulp.Error(single, function.Truth((float)(object)x[i], (float)(object)y[i]))
                : Ulp.Error((double)(object)results[i], function.Truth((double)(object)x[i], (double)(object)y[i]));
            sum += error;
            if (error > max) (max, worst) = (error, i);
        }
        return new(max, sum / x.Length, (Convert.ToDouble(x[worst]), Convert.ToDouble(y[worst])));
    }
}
