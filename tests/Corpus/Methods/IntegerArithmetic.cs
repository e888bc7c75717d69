using System;
using HessianGen;

namespace Corpus;

/// <summary>Indices computed with every integer operator: truncating division, remainder, shifts, masks, wrapping hashes, ++ and --.</summary>
public static partial class IntegerArithmetic
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] Span<double> x, ReadOnlySpan<int> pick)
    {
        double sum = 0;
        int at = 0;
        int hash = 17;
        for (int i = 0; i < pick.Length; i++)
        {
            hash = unchecked(hash * 31 + pick[i]);
            int first = ((hash % x.Length) + x.Length) % x.Length;
            int second = (hash >> 3 & 0x7fffffff) % x.Length;
            at += 3;
            at--;
            int third = (at / 2 + (pick[i] ^ 1)) % x.Length;
            double weight = i % 2 == 0 ? 1.0 / (i + 1) : -(i / 2);
            sum += weight * x[first] * x[second] * Math.Sin(x[third]);
            if ((pick[i] & 1) != 0 && first != second || pick[i] > 3)
            {
                sum -= x[first] * x[third];
                at++;
            }
        }

        return sum;
    }
}
