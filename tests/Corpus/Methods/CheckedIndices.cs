using System;
using HessianGen;

namespace Corpus;

/// <summary>Index arithmetic in <c>checked</c> and <c>unchecked</c> code over several integer types.</summary>
public static partial class CheckedIndices
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x, uint stride, byte seed, long offset)
    {
        double sum = 0;
        uint state = seed;
        for (int i = 0; i < x.Length; i++)
        {
            unchecked
            {
                state = state * 1664525u + 1013904223u;
            }

            int index = checked((int)((state >> 16) % (uint)x.Length));
            long shifted = (checked(index * (int)stride) + offset) % x.Length;
            sum += x[index] * x[(int)shifted] * (1 + (state & 1));
            ushort small = (ushort)(state ^ seed);
            sum -= Math.Cos(x[small % x.Length]);
        }

        return sum;
    }
}
