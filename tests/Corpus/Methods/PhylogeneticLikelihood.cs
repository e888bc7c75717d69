using System;
using HessianGen;

namespace Corpus;

/// <summary>Log-likelihood of branch lengths by Felsenstein's pruning (1981) under Jukes and Cantor's model: nodes after their children.</summary>
public static partial class PhylogeneticLikelihood
{
    [Differentiable(Every.Product)]
    public static double LogLikelihood([Variable] ReadOnlySpan<double> length, ReadOnlySpan<int> left, ReadOnlySpan<int> right, ReadOnlySpan<int> bases)
    {
        int nodes = left.Length, leaves = (nodes + 1) / 2;
        double[] partial = new double[4 * nodes];
        double result = 0;
        for (int site = 0; site < bases.Length / leaves; site++)
        {
            for (int node = 0; node < nodes; node++)
            {
                for (int b = 0; b < 4; b++)
                {
                    partial[4 * node + b] = left[node] < 0
                        ? bases[site * leaves + node] == b ? 1 : 0
                        : Along(partial.AsSpan(4 * left[node], 4), length[left[node]], b) * Along(partial.AsSpan(4 * right[node], 4), length[right[node]], b);
                }
            }

            double total = 0;
            foreach (double p in partial.AsSpan(4 * (nodes - 1)))
            {
                total += 0.25 * p;
            }

            result += Math.Log(total);
        }

        return result;
    }

    private static double Along(ReadOnlySpan<double> partial, double length, int from)
    {
        double decay = Math.Exp(-4 * length / 3), sum = 0;
        for (int to = 0; to < 4; to++)
        {
            sum += partial[to] * (to == from ? 0.25 + 0.75 * decay : 0.25 - 0.25 * decay);
        }

        return sum;
    }
}
