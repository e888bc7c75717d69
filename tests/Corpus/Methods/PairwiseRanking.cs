using System;
using HessianGen;

namespace Corpus;

/// <summary>Logistic loss over all pairs of documents of different relevance (Burges and others, RankNet, 2005).</summary>
public static partial class PairwiseRanking
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> features, ReadOnlySpan<int> relevance)
    {
        Span<double> score = stackalloc double[relevance.Length];
        for (int n = 0; n < score.Length; n++)
        {
            for (int k = 0; k < w.Length; k++)
            {
                score[n] += w[k] * features[n * w.Length + k];
            }
        }

        double loss = 0;
        int pairs = 0;
        for (int a = 0; a < score.Length; a++)
        {
            for (int b = 0; b < score.Length; b++)
            {
                if (relevance[a] <= relevance[b])
                {
                    continue;
                }

                loss += Math.Log(1 + Math.Exp(score[b] - score[a]));
                pairs++;
            }
        }

        return pairs == 0 ? 0 : loss / pairs;
    }
}
