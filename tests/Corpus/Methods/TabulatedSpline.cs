using System;
using HessianGen;

namespace Corpus;

/// <summary>Hermite interpolation in tables that are <c>static readonly</c>: a float table of values, a byte table of kinds.</summary>
public static partial class TabulatedSpline
{
    private static readonly float[] Height = [0f, 0.8f, 0.9f, 0.1f];
    private static readonly double[] Slope = { 1, 0.5, -0.5, -1 };
    private static readonly byte[] Kind = [0, 1, 0];

    [Differentiable(Every.Product)]
    public static double Work([Variable] ReadOnlySpan<double> x)
    {
        double work = 0;
        foreach (double at in x)
        {
            int cell = (int)Math.Floor(at);
            double t = at - cell;
            double h00 = (1 + 2 * t) * (1 - t) * (1 - t), h10 = t * (1 - t) * (1 - t);
            double h01 = t * t * (3 - 2 * t), h11 = t * t * (t - 1);
            double smooth = h00 * Height[cell] + h10 * Slope[cell] + h01 * Height[cell + 1] + h11 * Slope[cell + 1];
            work += Kind[cell] == 0 ? smooth : smooth * smooth;
        }

        return work;
    }
}
