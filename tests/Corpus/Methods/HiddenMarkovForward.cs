using System;
using HessianGen;

namespace Corpus;

/// <summary>Log-likelihood of a hidden Markov chain by the scaled forward recursion (Rabiner, 1989): two buffers swap at each step.</summary>
public static partial class HiddenMarkovForward
{
    private const int States = 3;

    [Differentiable(Every.Product)]
    public static double LogLikelihood([Variable] ReadOnlySpan<double> transition, [Variable] ReadOnlySpan<double> emission, ReadOnlySpan<int> symbols)
    {
        Span<double> alpha = stackalloc double[States], next = stackalloc double[States];
        alpha.Fill(1.0 / States);
        double result = 0;
        foreach (int symbol in symbols)
        {
            double scale = 0;
            for (int j = 0; j < States; j++)
            {
                next[j] = 0;
                for (int i = 0; i < States; i++)
                {
                    next[j] += alpha[i] * Share(transition.Slice(i * States, States), j);
                }

                next[j] *= Share(emission.Slice(2 * j, 2), symbol);
                scale += next[j];
            }

            for (int j = 0; j < States; j++)
            {
                next[j] /= scale;
            }

            result += Math.Log(scale);
            Span<double> spare = alpha;
            alpha = next;
            next = spare;
        }

        return result;
    }

    private static double Share(ReadOnlySpan<double> logits, int chosen)
    {
        double total = 0;
        foreach (double logit in logits)
        {
            total += Math.Exp(logit);
        }

        return Math.Exp(logits[chosen]) / total;
    }
}
