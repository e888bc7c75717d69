using System;
using HessianGen;

namespace Corpus;

/// <summary>Double variables over float data and a float parameter: sums in double, rounding nowhere.</summary>
public static partial class MixedPrecision
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] ReadOnlySpan<double> w, ReadOnlySpan<float> x, float margin)
    {
        double loss = 0;
        for (int i = 0; i < w.Length; i++)
        {
            double score = w[i] * x[i] - 0.25f * margin;
            loss += score > 0 ? score * score : 0.5f * score;
        }

        return loss;
    }
}
