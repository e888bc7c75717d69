using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 35: Chebyshev polynomials by recurrence, averaged over the variables.</summary>
public static partial class Chebyquad
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x)
    {
        int n = x.Length;
        Span<double> mean = stackalloc double[n];
        foreach (double v in x)
        {
            double shifted = 2 * v - 1;
            double before = 1, current = shifted;
            for (int i = 0; i < n; i++)
            {
                mean[i] += current / n;
                (before, current) = (current, 2 * shifted * current - before);
            }
        }

        double sum = 0;
        for (int i = 1; i <= n; i++)
        {
            double integral = i % 2 == 0 ? -1.0 / (i * i - 1) : 0;
            double f = mean[i - 1] - integral;
            sum += f * f;
        }

        return sum;
    }
}
