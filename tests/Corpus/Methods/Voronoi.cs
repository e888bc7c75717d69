using System;
using HessianGen;

namespace Corpus;

/// <summary>Soft segmentation of a grid by nearest sites, weights by a softmax over distances whose maximum is searched first.</summary>
public static partial class Voronoi
{
    [Differentiable(Every.Product)]
    public static double Energy([Variable] ReadOnlySpan<double> sites, int side)
    {
        int count = sites.Length / 2;
        Span<double> score = stackalloc double[count];
        double energy = 0;
        for (int pixel = 0; pixel < side * side; pixel++)
        {
            (double x, double y) = ((double)(pixel % side) / side, pixel / side / (double)side);
            int best = 0;
            for (int s = 0; s < count; s++)
            {
                double dx = sites[2 * s] - x, dy = sites[2 * s + 1] - y;
                score[s] = -4 * (dx * dx + dy * dy);
                best = score[s] > score[best] ? s : best;
            }

            double total = 0, mean = 0;
            for (int s = 0; s < count; s++)
            {
                double weight = Math.Exp(score[s] - score[best]);
                total += weight;
                mean += weight * score[s];
            }

            energy -= mean / total;
        }

        return energy;
    }
}
