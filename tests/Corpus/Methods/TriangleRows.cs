using System;
using HessianGen;

namespace Corpus;

/// <summary>Pascal’s triangle with weights in rows of growing length, each made in the loop.</summary>
public static partial class TriangleRows
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x, int levels)
    {
        double[][] triangle = new double[levels][];
        for (int i = 0; i < levels; i++)
        {
            triangle[i] = new double[i + 1];
            for (int j = 0; j <= i; j++)
            {
                double above = j < i ? triangle[i - 1][j] : 1, left = j > 0 && i > 0 ? triangle[i - 1][j - 1] : 0;
                triangle[i][j] = above + left * (x.Length > 0 ? x[(i + j) % x.Length] : 1);
            }
        }

        double sum = 0;
        foreach (double[] row in triangle)
        {
            foreach (double v in row)
            {
                sum += v * v;
            }
        }

        return sum;
    }
}
