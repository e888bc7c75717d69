using System;
using HessianGen;

namespace Corpus;

/// <summary>Edit distance with costs of insertion, deletion and replacement as variables: the cheapest way is chosen entry by entry in one row.</summary>
public static partial class SmoothEditDistance
{
    [Differentiable(Every.Product)]
    public static double Distance([Variable] ReadOnlySpan<double> cost, ReadOnlySpan<int> source, ReadOnlySpan<int> target)
    {
        if (cost is not [var insert, var delete, var replace])
        {
            return 0;
        }

        Span<double> row = stackalloc double[target.Length + 1];
        for (int j = 1; j < row.Length; j++)
        {
            row[j] = row[j - 1] + insert;
        }

        foreach (int symbol in source)
        {
            double diagonal = row[0];
            row[0] += delete;
            for (int j = 1; j < row.Length; j++)
            {
                double change = symbol == target[j - 1] ? diagonal : diagonal + replace * replace;
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j] + delete, row[j - 1] + insert));
            }
        }

        return row[^1];
    }
}
