using System;
using HessianGen;

namespace Corpus;

/// <summary>Powers by squaring with an integer exponent, in accumulators that are found by a remainder.</summary>
public static partial class PowersBySquaring
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x, int n)
    {
        Span<double> sums = stackalloc double[3];
        sums.Fill(1);
        for (int i = 0; i < x.Length; i++)
        {
            sums[i % 3] *= 1 + Power(x[i], i % 4) * 0.1;
            sums[(i + 1) % 3] -= 0.01 * sums[i % 3];
        }

        return sums[0] * sums[1] / sums[2];

        static double Power(double b, int e)
        {
            double result = 1;
            for (; e > 0; e >>= 1)
            {
                if ((e & 1) != 0)
                {
                    result *= b;
                }

                b *= b;
            }

            return result;
        }
    }
}
