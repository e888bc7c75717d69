using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 18, with the variables deconstructed and a helper for each exponential.</summary>
public static partial class BiggsExponentials
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x)
    {
        (double x1, double x2, double x3) = (x[0], x[1], x[2]);
        (double x4, double x5, double x6) = (x[3], x[4], x[5]);
        double sum = 0.0;
        for (int i = 1; i <= 13; ++i)
        {
            double t = 0.1 * i;
            double y = Decay(t) - Decay(10 * t, 5) + Decay(4 * t, amplitude: 3);
            double f = Decay(x1 * t, x3) - Decay(amplitude: x4, exponent: x2 * t) + Decay(x5 * t, x6) - y;
            sum += f * f;
        }

        return sum;
    }

    private static double Decay(double exponent, double amplitude = 1) => amplitude * Math.Exp(-exponent);
}
