using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 19: an exponential and three bells, whose parameters are slices of one vector.</summary>
public static partial class OsborneSecond
{
    private static readonly float[] Y =
    [
        1.366f, 1.191f, 1.112f, 1.013f, 0.991f, 0.885f, 0.831f, 0.847f, 0.786f, 0.725f, 0.746f, 0.679f, 0.608f,
        0.655f, 0.616f, 0.606f, 0.602f, 0.626f, 0.651f, 0.724f, 0.649f, 0.649f, 0.694f, 0.644f, 0.624f, 0.661f,
        0.612f, 0.558f, 0.533f, 0.495f, 0.500f, 0.423f, 0.395f, 0.375f, 0.372f, 0.391f, 0.396f, 0.405f, 0.428f,
        0.429f, 0.523f, 0.562f, 0.607f, 0.653f, 0.672f, 0.708f, 0.633f, 0.668f, 0.645f, 0.632f, 0.591f, 0.559f,
        0.597f, 0.625f, 0.739f, 0.710f, 0.729f, 0.720f, 0.636f, 0.581f, 0.428f, 0.292f, 0.162f, 0.098f, 0.054f,
    ];

    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x)
    {
        ReadOnlySpan<double> height = x.Slice(1, 3), sharpness = x.Slice(5, 3), centre = x.Slice(8);
        double sum = 0;
        for (int i = 0; i < Y.Length; i++)
        {
            double t = i / 10.0;
            double model = x[0] * Math.Exp(-t * x[4]);
            for (int k = 0; k < 3; k++)
            {
                double shift = t - centre[k];
                model += height[k] * Math.Exp(-shift * shift * sharpness[k]);
            }

            double residual = Y[i] - model;
            sum += residual * residual;
        }

        return sum;
    }
}
