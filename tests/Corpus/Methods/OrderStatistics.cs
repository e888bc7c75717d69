using System;
using HessianGen;

namespace Corpus;

/// <summary>A weighted sum of order statistics (an L-estimator) after insertion sort: which value moves where depends on the values.</summary>
public static partial class OrderStatistics
{
    [Differentiable(Every.Product)]
    public static double Estimate([Variable] ReadOnlySpan<double> x)
    {
        double[] sorted = x.ToArray();
        for (int i = 1; i < sorted.Length; i++)
        {
            double moved = sorted[i];
            int j = i - 1;
            while (j >= 0 && sorted[j] > moved)
            {
                sorted[j + 1] = sorted[j];
                j--;
            }

            sorted[j + 1] = moved;
        }

        double estimate = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            estimate += (i + 1.0) / sorted.Length * sorted[i] * sorted[i] * sorted[i];
        }

        return estimate;
    }
}
