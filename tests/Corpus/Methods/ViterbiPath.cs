using System;
using HessianGen;

namespace Corpus;

/// <summary>Score of the best path through a lattice, traced back by pointers and then scored again with a smooth penalty (Viterbi, 1967).</summary>
public static partial class ViterbiPath
{
    [Differentiable(Every.Product)]
    public static double Score([Variable] ReadOnlySpan<double> transition, [Variable] ReadOnlySpan<double> emission)
    {
        const int States = 3;
        int steps = emission.Length / States;
        Span<double> best = stackalloc double[States], next = stackalloc double[States];
        int[] pointer = new int[steps * States];
        emission[..States].CopyTo(best);
        for (int t = 1; t < steps; t++)
        {
            for (int to = 0; to < States; to++)
            {
                int from = 0;
                for (int s = 1; s < States; s++)
                {
                    if (best[s] + transition[s * States + to] > best[from] + transition[from * States + to])
                    {
                        from = s;
                    }
                }

                pointer[t * States + to] = from;
                next[to] = best[from] + transition[from * States + to] + emission[t * States + to];
            }

            next.CopyTo(best);
        }

        int state = best[0] >= best[1] && best[0] >= best[2] ? 0 : best[1] >= best[2] ? 1 : 2;
        double score = best[state];
        for (int t = steps - 1; t >= 0; t--)
        {
            double e = emission[t * States + state];
            score -= 0.1 * e * e;
            state = pointer[t * States + state];
        }

        return score;
    }
}
