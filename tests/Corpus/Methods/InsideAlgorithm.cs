using System;
using HessianGen;

namespace Corpus;

/// <summary>Log-probability of a sentence under a grammar of two symbols by the inside algorithm (Lari and Young, 1990): a chart filled by spans.</summary>
public static partial class InsideAlgorithm
{
    [Differentiable(Every.Product)]
    public static double LogInside([Variable] ReadOnlySpan<double> rules, [Variable] ReadOnlySpan<double> words, ReadOnlySpan<int> sentence)
    {
        int n = sentence.Length;
        double[] chart = new double[2 * n * (n + 1)];
        for (int i = 0; i < n; i++)
        {
            for (int a = 0; a < 2; a++)
            {
                chart[2 * (i * (n + 1) + i + 1) + a] = Math.Exp(words[2 * a + sentence[i]]);
            }
        }

        for (int width = 2; width <= n; width++)
        {
            for (int from = 0, to = width; to <= n; from++, to++)
            {
                for (int split = from + 1; split < to; split++)
                {
                    for (int rule = 0; rule < 8; rule++)
                    {
                        double left = chart[2 * (from * (n + 1) + split) + ((rule >> 1) & 1)];
                        double right = chart[2 * (split * (n + 1) + to) + (rule & 1)];
                        chart[2 * (from * (n + 1) + to) + (rule >> 2)] += Math.Exp(rules[rule]) * left * right;
                    }
                }
            }
        }

        return Math.Log(chart[2 * n]);
    }
}
