using System;
using HessianGen;

namespace Corpus;

/// <summary>Two scalars that change places on every trip, through a temporary: each carries the other's history.</summary>
public static partial class SwapRecurrence
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] double a, [Variable] double b, ReadOnlySpan<double> drive)
    {
        for (int i = 0; i < drive.Length; i++)
        {
            double old = a;
            a = b + 0.1 * Math.Sin(a * drive[i]);
            b = old * Math.Cos(0.2 * b);
        }

        return a * b + a;
    }
}
