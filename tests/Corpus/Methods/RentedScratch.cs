using System;
using HessianGen;

namespace Corpus;

/// <summary>Scratch memory on the stack where it is small and on the heap where it is not, in one conditional expression.</summary>
public static partial class RentedScratch
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x)
    {
        const int Limit = 8;
        Span<double> scratch = x.Length <= Limit ? stackalloc double[Limit] : new double[x.Length];
        scratch = scratch[..x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            scratch[i] = Math.Sin(x[i]) * (i + 1);
        }

        double sum = 0;
        for (int i = 0, j = x.Length - 1; i < j; i++, j--)
        {
            sum += scratch[i] * scratch[j];
        }

        return sum;
    }
}
