using System;
using HessianGen;

namespace Corpus;

/// <summary>Lennard-Jones energy of a cluster, cut off and shifted to zero at a radius: pairs beyond it contribute nothing.</summary>
public static partial class LennardJones
{
    [Differentiable(Every.Product)]
    public static double Energy([Variable] ReadOnlySpan<double> r, double cutoff)
    {
        double energy = 0, shift = Pair(1 / (cutoff * cutoff));
        for (int i = 3; i < r.Length; i += 3)
        {
            for (int j = 0; j < i; j += 3)
            {
                double square = 0;
                for (int k = 0; k < 3; k++)
                {
                    square += (r[i + k] - r[j + k]) * (r[i + k] - r[j + k]);
                }

                if (square >= cutoff * cutoff) continue;
                energy += Pair(1 / square) - shift;
            }
        }

        return energy;
    }

    private static double Pair(double inverseSquare)
    {
        double sixth = inverseSquare * inverseSquare * inverseSquare;
        return 4 * (sixth * sixth - sixth);
    }
}
