using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 9; the table holds one half of measurements that are symmetric.</summary>
public static partial class GaussianDensityFit
{
    private static ReadOnlySpan<double> Half => [0.0009, 0.0044, 0.0175, 0.0540, 0.1295, 0.2420, 0.3521, 0.3989];

    [Differentiable(Every.Product)]
    public static double Value(double height, double sharpness, double centre)
    {
        double sum = 0;
        for (int i = 1; i <= 15; i++)
        {
            double t = (8 - i) / 2.0;
            double measured = Half[i <= 8 ? i - 1 : 15 - i];
            double residual = height * Math.Exp(-sharpness * (t - centre) * (t - centre) / 2) - measured;
            sum += residual * residual;
        }

        return sum;
    }
}
