using System;
using HessianGen;

namespace Corpus;

/// <summary>Roughness and misfit of a field on a grid that is smoothed in place first: a rectangular array that is overwritten.</summary>
public static partial class GridSmoothing
{
    [Differentiable(Every.Product)]
    public static double Energy([Variable] double[,] field, double[,] data, double weight)
    {
        double[,] u = (double[,])field.Clone();
        for (int i = 1; i < u.GetLength(0) - 1; i++)
        {
            for (int j = 1; j < u.GetLength(1) - 1; j++)
            {
                u[i, j] = 0.2 * (u[i, j] + u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1]);
            }
        }

        double energy = 0;
        for (int i = 0; i < u.GetLength(0); i++)
        {
            for (int j = 0; j < u.GetLength(1); j++)
            {
                double miss = u[i, j] - data[i, j];
                energy += miss * miss;
                if (j > 0)
                {
                    energy += weight * Math.Pow(u[i, j] - u[i, j - 1], 4);
                }
            }
        }

        return energy;
    }
}
