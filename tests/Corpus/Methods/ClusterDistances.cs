using System;
using HessianGen;

namespace Corpus;

/// <summary>The k-means loss: squared distance of every point to the nearest of the centroids, found by comparing.</summary>
public static partial class ClusterDistances
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] ReadOnlySpan<double> centroids, ReadOnlySpan<double> points)
    {
        double total = 0;
        for (int p = 0; p < points.Length; p += 2)
        {
            double nearest = double.PositiveInfinity;
            for (int c = 0; c < centroids.Length; c += 2)
            {
                double dx = centroids[c] - points[p], dy = centroids[c + 1] - points[p + 1];
                double distance = dx * dx + dy * dy;
                if (distance < nearest)
                {
                    nearest = distance;
                }
            }

            total += nearest;
        }

        return total;
    }
}
