using System;
using HessianGen;

namespace Corpus;

/// <summary>Michalewicz's function: a sine to a high even power, given at run time.</summary>
public static partial class Michalewicz
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x, int steepness)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum -= Math.Sin(x[i]) * Math.Pow(Math.Sin((i + 1) * x[i] * x[i] / Math.PI), 2 * steepness);
        }

        return sum;
    }
}
