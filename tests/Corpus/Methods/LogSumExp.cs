using System;
using HessianGen;

namespace Corpus;

/// <summary>log Σ exp xᵢ, shifted by the maximum: the shift cancels in every derivative, ties or not.</summary>
public static partial class LogSumExp
{
    [Differentiable(Every.Product)]
    public static double Of(ReadOnlySpan<double> x)
    {
        double largest = double.NegativeInfinity;
        foreach (double v in x)
        {
            largest = Math.Max(largest, v);
        }

        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += Math.Exp(x[i] - largest);
        }

        return x.Length > 0 ? largest + Math.Log(sum) : 0;
    }
}
