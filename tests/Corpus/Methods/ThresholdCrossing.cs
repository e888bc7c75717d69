using System;
using HessianGen;

namespace Corpus;

/// <summary>Four coupled sums; the method returns out of both loops at the first that crosses a limit.</summary>
public static partial class ThresholdCrossing
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x, double limit)
    {
        if (x.Length == 0)
        {
            return 1;
        }

        Span<double> state = stackalloc double[4];
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < state.Length; j++)
            {
                state[j] += x[i] * x[i] * (j + 1) + 0.1 * state[(j + 1) % 4];
                if (state[j] > limit)
                {
                    return state[j] * state[0];
                }
            }
        }

        double sum = 0;
        foreach (double s in state)
        {
            sum += s * s;
        }

        return sum;
    }
}
