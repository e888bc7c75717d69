using System;
using HessianGen;

namespace Corpus;

/// <summary>One round of messages along the edges of a graph, then logistic loss at the nodes (Kipf and Welling, 2017).</summary>
public static partial class GraphConvolution
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] ReadOnlySpan<double> w, [Variable] ReadOnlySpan<double> readout, ReadOnlySpan<double> x, ReadOnlySpan<int> edges, ReadOnlySpan<double> label)
    {
        int nodes = label.Length;
        double[] gathered = [.. x];
        int[] degree = new int[nodes];
        for (int e = 0; e < edges.Length; e += 2)
        {
            (int from, int to) = (edges[e], edges[e + 1]);
            degree[to]++;
            gathered[2 * to] += x[2 * from];
            gathered[2 * to + 1] += x[2 * from + 1];
        }

        double loss = 0;
        for (int n = 0; n < nodes; n++)
        {
            double scale = 1.0 / (1 + degree[n]), score = 0;
            for (int j = 0; j < 2; j++)
            {
                double a = scale * (w[2 * j] * gathered[2 * n] + w[2 * j + 1] * gathered[2 * n + 1]);
                score += readout[j] * Math.Tanh(a);
            }

            loss += Math.Log(1 + Math.Exp(-label[n] * score));
        }

        return loss;
    }
}
