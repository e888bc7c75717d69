using System;
using HessianGen;

namespace Corpus;

/// <summary>A Chebyshev series by Clenshaw's recurrence, plus a polynomial split in even and odd terms: loops that step down by one and by two.</summary>
public static partial class ChebyshevSeries
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> c, [Variable] double x)
    {
        double b1 = 0, b2 = 0;
        for (int k = c.Length - 1; k > 0; --k)
        {
            (b1, b2) = (c[k] + 2 * x * b1 - b2, b1);
        }

        double series = (c.Length > 0 ? c[0] : 0) + x * b1 - b2;

        double square = x * x, even = 0, odd = 0;
        for (int k = (c.Length - 1) / 2 * 2; k >= 0 && k < c.Length; k -= 2)
        {
            even = even * square + c[k];
        }

        for (int k = c.Length / 2 * 2 - 1; k >= 1; k -= 2)
        {
            odd = odd * square + c[k];
        }

        return series * (even + x * odd);
    }
}
