using System;
using HessianGen;

namespace Corpus;

/// <summary>Constant tables inside of the method: spans of literals, arrays with and without a type, integers and enums as indices.</summary>
public static partial class LocalTables
{
    private enum Season : byte
    {
        Winter,
        Spring = 2,
        Summer,
    }

    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x)
    {
        ReadOnlySpan<double> weight = [0.5, -1, 2, 1.5];
        int[] order = { 2, 0, 3, 1 };
        var seasons = new[] { Season.Summer, Season.Winter, Season.Spring };
        Span<double> total = stackalloc double[] { 0.1, 0.2, 0.3, 0.4 };
        for (int i = 0; i < x.Length; i++)
        {
            Season season = seasons[i % seasons.Length];
            total[(int)season] += weight[order[i % 4]] * x[i] * x[i];
            if (season is Season.Summer or Season.Spring)
            {
                total[order[(int)season]] -= Math.Sin(x[i]);
            }
        }

        return total[0] * total[1] + total[2] * total[3];
    }
}
