using System;
using HessianGen;

namespace Corpus;

/// <summary>Entropy of a damped random walk on weighted links after some steps: scattered additions into a buffer that then becomes the other.</summary>
public static partial class PageRank
{
    [Differentiable(Every.Product)]
    public static double Entropy([Variable] double damping, [Variable] double[] weight, int[] links, int steps)
    {
        int n = weight.Length;
        double[] rank = new double[n], next = new double[n];
        Array.Fill(rank, 1.0 / n);
        for (int step = 0; step < steps; step++)
        {
            Array.Fill(next, (1 - damping) / n);
            for (int e = 0; e < links.Length; e += 2)
            {
                next[links[e + 1]] += damping * weight[links[e]] * rank[links[e]];
            }

            (rank, next) = (next, rank);
        }

        double entropy = 0;
        foreach (double p in rank)
        {
            entropy -= p * Math.Log(p);
        }

        return entropy;
    }
}
