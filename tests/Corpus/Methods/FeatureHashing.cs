using System;
using HessianGen;

namespace Corpus;

/// <summary>Logistic loss over crossed features in few slots, by the FNV-1a hash on unsigned 64-bit integers with a sign bit.</summary>
public static partial class FeatureHashing
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] ReadOnlySpan<double> weights, ReadOnlySpan<int> features, ReadOnlySpan<double> label)
    {
        double loss = 0;
        for (int n = 0; n < label.Length; n++)
        {
            ulong hash = 14695981039346656037UL;
            double score = 0;
            for (int k = 0; k < 2; k++)
            {
                hash = Mixed(hash, (uint)features[2 * n + k]);
                double sign = (hash >> 63) == 0 ? 1 : -1;
                score += sign * weights[(int)(hash % (ulong)weights.Length)];
            }

            loss += Math.Log(1 + Math.Exp(-label[n] * score));
        }

        return loss;
    }

    private static ulong Mixed(ulong hash, uint value)
    {
        for (int shift = 0; shift < 32; shift += 8)
        {
            hash ^= (byte)(value >> shift);
            hash = unchecked(hash * 1099511628211UL);
        }

        return hash;
    }
}
