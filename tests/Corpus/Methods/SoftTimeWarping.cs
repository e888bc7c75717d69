using System;
using HessianGen;

namespace Corpus;

/// <summary>Soft dynamic time warping between two series (Cuturi and Blondel, 2017): a table whose border is infinite.</summary>
public static partial class SoftTimeWarping
{
    [Differentiable(Every.Product)]
    public static double Distance([Variable] ReadOnlySpan<double> x, [Variable] ReadOnlySpan<double> y, double gamma)
    {
        int width = y.Length + 1;
        double[] cost = new double[(x.Length + 1) * width];
        Array.Fill(cost, 1e10);
        cost[0] = 0;
        for (int i = 1; i <= x.Length; i++)
        {
            for (int j = 1; j <= y.Length; j++)
            {
                double step = (x[i - 1] - y[j - 1]) * (x[i - 1] - y[j - 1]);
                cost[i * width + j] = step + SoftMinimum(cost[(i - 1) * width + j], cost[i * width + j - 1], cost[(i - 1) * width + j - 1], gamma);
            }
        }

        return x.IsEmpty ? 0 : cost[^1];
    }

    private static double SoftMinimum(double a, double b, double c, double gamma)
    {
        double least = Math.Min(a, Math.Min(b, c));
        return least - gamma * Math.Log(Math.Exp((least - a) / gamma) + Math.Exp((least - b) / gamma) + Math.Exp((least - c) / gamma));
    }
}
