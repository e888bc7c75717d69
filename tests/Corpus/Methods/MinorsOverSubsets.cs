using HessianGen;

namespace Corpus;

/// <summary>A determinant by minors over subsets of columns, each a bit mask: dynamic programming in place of recursion.</summary>
public static partial class MinorsOverSubsets
{
    [Differentiable(Every.Product)]
    public static double Determinant([Variable] double[] matrix, int n)
    {
        double[] minor = new double[1 << n];
        minor[0] = 1;
        for (int mask = 1; mask < 1 << n; mask++)
        {
            int row = int.PopCount(mask) - 1, sign = 1;
            for (int column = n - 1; column >= 0; column--)
            {
                if ((mask & (1 << column)) != 0)
                {
                    minor[mask] += sign * matrix[row * n + column] * minor[mask ^ (1 << column)];
                    sign = -sign;
                }
            }
        }

        return minor[^1];
    }
}
