using System;
using HessianGen;

namespace Corpus;

/// <summary>Logistic loss of the mean of embedded words: rows of a table are fetched by index, some many times and some never.</summary>
public static partial class EmbeddingLookup
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] ReadOnlySpan<double> table, [Variable] ReadOnlySpan<double> readout, ReadOnlySpan<int> words, ReadOnlySpan<double> sign)
    {
        int width = readout.Length;
        Span<double> mean = stackalloc double[width];
        double loss = 0;
        for (int n = 0; n < words.Length; n++)
        {
            double score = 0;
            for (int d = 0; d < width; d++)
            {
                mean[d] = 0.5 * mean[d] + 0.5 * table[words[n] * width + d];
                score += mean[d] * readout[d];
            }

            loss += Math.Log(1 + Math.Exp(-sign[n] * score));
        }

        return loss;
    }
}
