using System;
using HessianGen;

namespace Corpus;

/// <summary>Logistic loss over bags of words of different sizes, some empty: a jagged array of integers.</summary>
public static partial class RaggedBags
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] ReadOnlySpan<double> weight, int[][] bags, ReadOnlySpan<double> label)
    {
        double loss = 0;
        for (int n = 0; n < bags.Length; n++)
        {
            double score = 0;
            foreach (int word in bags[n])
            {
                score += weight[word];
            }

            loss += Math.Log(1 + Math.Exp(-label[n] * score / Math.Max(1, bags[n].Length)));
        }

        return loss;
    }
}
