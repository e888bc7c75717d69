using System;
using HessianGen;

namespace Corpus;

/// <summary>A call on the mean price, over paths of given normals: a kink in each path.</summary>
public static partial class AsianOptionPaths
{
    [Differentiable(Every.Product)]
    public static double Price([Variable] double spot, [Variable] double volatility, [Variable] double rate, ReadOnlySpan<double> normals, int dates)
    {
        if (normals.IsEmpty)
        {
            return 0;
        }

        int paths = normals.Length / dates;
        double dt = 1.0 / dates, drift = (rate - volatility * volatility / 2) * dt, diffusion = volatility * Math.Sqrt(dt);
        double total = 0;
        for (int path = 0; path < paths; path++)
        {
            double price = spot, average = 0;
            foreach (double normal in normals.Slice(path * dates, dates))
            {
                price *= Math.Exp(drift + diffusion * normal);
                average += price;
            }

            total += Math.Max(average / dates - 1, 0);
        }

        return Math.Exp(-rate) * total / paths;
    }
}
