using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 22: blocks of four cut off the front of a shrinking span.</summary>
public static partial class ExtendedPowellSingular
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (ReadOnlySpan<double> rest = x; rest.Length >= 4; rest = rest[4..])
        {
            double a = rest[0], b = rest[1], c = rest[2], d = rest[3];
            sum += Math.Pow(a + 10 * b, 2) + 5 * Math.Pow(c - d, 2) + Math.Pow(b - 2 * c, 4) + 10 * Math.Pow(a - d, 4);
        }

        return sum;
    }
}
