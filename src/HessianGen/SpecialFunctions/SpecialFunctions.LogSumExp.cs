namespace HessianGen;

public static partial class SpecialFunctions
{
    /// <summary>log Σ exp(xᵢ) without overflow.</summary>
    /// <remarks>
    /// −∞ of nothing and of −∞ alone, NaN if one of them is, else +∞ if one of them is. With m the largest element rounded down to an
    /// integer it is m + log Σ exp(xᵢ − m), the terms being at most e. (P. Blanchard, D. J. Higham, N. J. Higham, IMA J. Numer. Anal. 41
    /// (2021), equation (1.3), with a shift that is constant almost everywhere, so that it takes no part in the derivatives.)
    /// These are the softmax weights exp(xᵢ − m) / Σ exp(xⱼ − m). The error is absolute where the result is near 0. n exponentials.
    /// </remarks>
    public static double LogSumExp(ReadOnlySpan<double> x)
    {
        double largest = double.NegativeInfinity, sum = 0;
        foreach (double value in x) largest = largest < value ? value : largest;
        double shift = Math.Abs(largest) < double.PositiveInfinity ? Math.Floor(largest) : 0;
        foreach (double value in x) sum += Math.Exp(value - shift);
        return shift + Math.Log(sum);
    }

    /// <inheritdoc cref="LogSumExp(ReadOnlySpan{double})"/>
    public static float LogSumExp(ReadOnlySpan<float> x)
    {
        float largest = float.NegativeInfinity;
        double sum = 0;
        foreach (float value in x) largest = largest < value ? value : largest;
        double shift = Math.Abs(largest) < float.PositiveInfinity ? Math.Floor((double)largest) : 0;
        foreach (float value in x) sum += Math.Exp(value - shift);
        return (float)(shift + Math.Log(sum));
    }
}
