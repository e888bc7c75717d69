using System;
using HessianGen;

namespace Corpus;

/// <summary>Heun's method with steps that are halved on a large estimate of the error and grown after success; the sequence of steps is held constant by integers.</summary>
public static partial class AdaptiveIntegrator
{
    [Differentiable(Every.Product)]
    public static double Final([Variable] double rate, [Variable] double start, double tolerance)
    {
        double t = 0, y = start;
        int halvings = 1;
        while (t < 1)
        {
            double h = Math.Min(1 - t, 1.0 / (1 << halvings));
            double k1 = Slope(y, rate), k2 = Slope(y + h * k1, rate);
            if (h * Math.Abs(k2 - k1) > tolerance && halvings < 8)
            {
                halvings++;
                continue;
            }

            y += h / 2 * (k1 + k2);
            t += h;
            halvings = Math.Max(1, halvings - 1);
        }

        return y;
    }

    private static double Slope(double y, double rate) => rate * y * (2 - y) + 0.3 * Math.Sin(3 * y);
}
