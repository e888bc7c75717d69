using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 31: a band of five below and one above, with <c>continue</c> at the diagonal.</summary>
public static partial class BroydenBanded
{
    private const int Lower = 5, Upper = 1;

    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double f = x[i] * (2 + 5 * x[i] * x[i]) + 1;
            int last = Math.Min(x.Length - 1, i + Upper);
            for (int j = Math.Max(0, i - Lower); j <= last; j++)
            {
                if (j == i)
                {
                    continue;
                }

                f -= x[j] * (1 + x[j]);
            }

            sum += f * f;
        }

        return sum;
    }
}
