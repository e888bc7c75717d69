using System;
using HessianGen;

namespace Corpus;

/// <summary>Inverse of a cumulative distribution: a running sum, the cell by a guarded <c>while</c>, and interpolation in it.</summary>
public static partial class SortedSearch
{
    [Differentiable(Every.Product)]
    public static double Mean(ReadOnlySpan<double> uniform, [Variable] double[] weight)
    {
        double[] cumulative = new double[weight.Length + 1];
        for (int k = 0; k < weight.Length; k++)
        {
            cumulative[k + 1] = cumulative[k] + weight[k] * weight[k];
        }

        double sum = 0;
        foreach (double u in uniform)
        {
            double level = u * cumulative[^1];
            int cell = 0;
            while (cell < weight.Length - 1 && cumulative[cell + 1] < level)
            {
                cell++;
            }

            double position = cell + (level - cumulative[cell]) / (cumulative[cell + 1] - cumulative[cell]);
            sum += position * position;
        }

        return uniform.Length > 0 ? sum / uniform.Length : sum;
    }
}
