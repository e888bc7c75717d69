using System;
using HessianGen;

namespace Corpus;

/// <summary>Logistic loss on hashed features: indices from <c>uint</c>, <c>byte</c> and <c>long</c> arithmetic that wraps around.</summary>
public static partial class HashedFeatures
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] ReadOnlySpan<double> w, ReadOnlySpan<int> words, long seed)
    {
        double loss = 0;
        for (int i = 0; i < words.Length; i++)
        {
            uint hash = 2166136261;
            uint word = (uint)words[i];
            for (int shift = 0; shift < 32; shift += 8)
            {
                byte part = (byte)(word >> shift);
                hash = unchecked((hash ^ part) * 16777619);
            }

            long mixed = unchecked(seed * 6364136223846793005L + (long)hash);
            byte low = unchecked((byte)(mixed * 37 + i));
            int slot = (int)(hash % (uint)w.Length);
            int other = (int)((ulong)mixed >> 33) % w.Length;
            double sign = (hash & 0x80000000u) != 0 ? -1 : 1;
            double score = sign * w[slot] + w[other] * w[low % w.Length];
            loss += Math.Log(1 + Math.Exp(-score));
        }

        return loss;
    }
}
