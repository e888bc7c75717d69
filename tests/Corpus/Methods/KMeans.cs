using System;
using HessianGen;

namespace Corpus;

/// <summary>Sum of squared distances to the nearest centre: the nearest is found first, the distance to it is differentiated.</summary>
public static partial class KMeans
{
    [Differentiable(Every.Product)]
    public static double Cost([Variable] ReadOnlySpan<double> centres, ReadOnlySpan<double> points, int dimension)
    {
        double cost = 0;
        for (int p = 0; p < points.Length; p += dimension)
        {
            ReadOnlySpan<double> point = points[p..(p + dimension)];
            double nearest = double.PositiveInfinity;
            for (int c = 0; c < centres.Length; c += dimension)
            {
                double distance = 0;
                for (int d = 0; d < dimension; d++)
                {
                    double difference = point[d] - centres[c + d];
                    distance += difference * difference;
                }

                nearest = Math.Min(nearest, distance);
            }

            cost += nearest;
        }

        return cost;
    }
}
