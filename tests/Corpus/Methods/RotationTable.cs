using System;
using HessianGen;

namespace Corpus;

/// <summary>A rotation from a constant table of rank two and a local one with an initialiser.</summary>
public static partial class RotationTable
{
    private static readonly double[,] Skew = { { 0, -0.3, 0.2 }, { 0.3, 0, -0.1 }, { -0.2, 0.1, 0 } };

    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x, [Variable] double angle)
    {
        double[,] turn = { { Math.Cos(angle), -Math.Sin(angle), 0 }, { Math.Sin(angle), Math.Cos(angle), 0 }, { 0, 0, 1 } };
        double value = 0;
        for (int n = 0; n + 2 < x.Length; n += 3)
        {
            for (int i = 0; i < 3; i++)
            {
                double y = 0;
                for (int j = 0; j < 3; j++)
                {
                    y += (turn[i, j] + Skew[i, j]) * x[n + j];
                }

                value += (i + 1) * y * y;
            }
        }

        return value;
    }
}
