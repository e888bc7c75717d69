using System;

namespace Corpus;

internal static class Reductions
{
    /// <summary>log Σ exp xᵢ.</summary>
    public static double LogSumExp(ReadOnlySpan<double> x)
    {
        double largest = x[0];
        for (int i = 1; i < x.Length; i++)
        {
            largest = Math.Max(largest, x[i]);
        }

        double sum = 0;
        foreach (double v in x)
        {
            sum += Math.Exp(v - largest);
        }

        return largest + Math.Log(sum);
    }
}
