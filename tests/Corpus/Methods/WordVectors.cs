using System;
using HessianGen;

namespace Corpus;

/// <summary>Skip-grams with negative sampling (Mikolov and others, 2013): pairs of words, and two strangers for each.</summary>
public static partial class WordVectors
{
    [Differentiable(Every.Product)]
    public static double Loss(
        [Variable] ReadOnlySpan<double> words, [Variable] ReadOnlySpan<double> contexts, ReadOnlySpan<int> pairs, ReadOnlySpan<int> strangers, int width)
    {
        double loss = 0;
        for (int p = 0; p < pairs.Length; p += 2)
        {
            ReadOnlySpan<double> word = words.Slice(pairs[p] * width, width);
            loss -= LogSigmoid(Similarity(word, contexts, pairs[p + 1]));
            for (int k = p; k < p + 2; k++)
            {
                loss -= LogSigmoid(-Similarity(word, contexts, strangers[k]));
            }
        }

        return loss;

        static double LogSigmoid(double x) => x < 0 ? x - Math.Log(1 + Math.Exp(x)) : -Math.Log(1 + Math.Exp(-x));
    }

    private static double Similarity(ReadOnlySpan<double> word, ReadOnlySpan<double> table, int row)
    {
        double sum = 0;
        for (int i = 0; i < word.Length; i++)
        {
            sum += word[i] * table[row * word.Length + i];
        }

        return sum;
    }
}
