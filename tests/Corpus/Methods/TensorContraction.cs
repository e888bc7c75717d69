using System;
using HessianGen;

namespace Corpus;

/// <summary>An array of rank three contracted with a vector, by <c>foreach</c> and by indices.</summary>
public static partial class TensorContraction
{
    [Differentiable(Every.Product)]
    public static double Energy([Variable] double[,,] tensor, [Variable] ReadOnlySpan<double> v)
    {
        double energy = 0;
        foreach (double entry in tensor)
        {
            energy += 0.5 * entry * entry;
        }

        for (int i = 0; i < tensor.GetLength(0); i++)
        {
            for (int j = 0; j < tensor.GetLength(1); j++)
            {
                double sum = 0;
                for (int k = 0; k < tensor.GetLength(2); k++)
                {
                    sum += tensor[i, j, k] * v[k];
                }

                energy += Math.Sin(sum);
            }
        }

        return energy;
    }
}
