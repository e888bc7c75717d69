using System;
using HessianGen;

namespace Corpus;

/// <summary>Kahan's summation of squares: the correction is zero in exact arithmetic, and its derivative too.</summary>
public static partial class CompensatedSum
{
    [Differentiable(Every.Product)]
    public static double Sum([Variable] ReadOnlySpan<double> x)
    {
        double sum = 0, correction = 0;
        for (var i = 0; i < x.Length; i++)
        {
            var term = x[i] * x[i] * x[i] - correction;
            var next = sum + term;
            correction = (next - sum) - term;
            sum = next;
        }

        return sum;
    }
}
