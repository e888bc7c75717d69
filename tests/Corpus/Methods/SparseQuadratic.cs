using System;
using HessianGen;

namespace Corpus;

/// <summary>½·xᵀAx − cᵀ(Ax) with A in compressed rows: gathers <c>x[column[k]]</c> and scatters into a local array by the same indices.</summary>
public static partial class SparseQuadratic
{
    [Differentiable(Every.Product)]
    public static double Energy([Variable] ReadOnlySpan<double> x, int[] rowStart, int[] column, double[] entry)
    {
        double[] scattered = new double[x.Length];
        double energy = 0;
        for (int row = 0; row < x.Length; row++)
        {
            double product = 0;
            for (int k = rowStart[row]; k < rowStart[row + 1]; k++)
            {
                product += entry[k] * x[column[k]];
                scattered[column[k]] += entry[k] * x[row];
            }

            energy += 0.5 * x[row] * product;
        }

        for (int i = 0; i < scattered.Length; i++)
        {
            energy -= 0.1 * Math.Sin(scattered[i]) * x[i];
        }

        return energy;
    }
}
