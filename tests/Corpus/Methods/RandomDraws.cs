using System;
using HessianGen;

namespace Corpus;

/// <summary>A Monte Carlo mean over a xorshift generator whose state is a <c>ref</c> parameter of its step.</summary>
public static partial class RandomDraws
{
    [Differentiable(Every.Product)]
    public static double Mean([Variable] ReadOnlySpan<double> p, int seed, int draws)
    {
        ulong state = (ulong)seed;
        double sum = 0;
        for (int i = 0; i < draws; i++)
        {
            double u = Next(ref state), v = Next(ref state);
            sum += Math.Exp(p[0] * u) * Math.Cos(p[1] * v) + p[2] * p[3] * u * v;
        }

        return draws == 0 ? 0 : sum / draws;
    }

    private static double Next(ref ulong state)
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return (state >> 11) * (1.0 / (1UL << 53));
    }
}
