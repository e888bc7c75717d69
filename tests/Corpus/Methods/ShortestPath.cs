using System;
using HessianGen;

namespace Corpus;

/// <summary>Length of the shortest path through a dense graph by Dijkstra's algorithm, squared: the next node is the nearest of those not done.</summary>
public static partial class ShortestPath
{
    [Differentiable(Every.Product)]
    public static double SquaredLength([Variable] double[] weight, int nodes)
    {
        double[] distance = new double[nodes];
        bool[] done = new bool[nodes];
        Array.Fill(distance, double.MaxValue);
        distance[0] = 0;
        for (int round = 0; round < nodes; round++)
        {
            int nearest = -1;
            for (int i = 0; i < nodes; i++)
            {
                if (!done[i] && (nearest < 0 || distance[i] < distance[nearest]))
                {
                    nearest = i;
                }
            }

            if (nearest == nodes - 1)
            {
                return distance[nearest] * distance[nearest];
            }

            done[nearest] = true;
            for (int i = 0; i < nodes; i++)
            {
                double along = distance[nearest] + weight[nearest * nodes + i] * weight[nearest * nodes + i];
                if (!done[i] && along < distance[i])
                {
                    distance[i] = along;
                }
            }
        }

        return double.NaN;
    }
}
