using System;
using HessianGen;

namespace Corpus;

/// <summary>A method in double precision on data in single precision, with mixed products and conversions of either kind.</summary>
public static partial class SinglePrecisionData
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] ReadOnlySpan<double> w, ReadOnlySpan<float> x, float[] y, float offset)
    {
        double loss = 0;
        for (int i = 0; i < x.Length; i++)
        {
            float centred = x[i] - offset;
            double fit = w[0] + w[1] * centred + w[2] * (centred * centred) + Math.Exp(-(double)x[i] * w[0]);
            double error = fit - y[i];
            loss += error * error * (1f / 4) + (float)i / 8 * w[i % w.Length];
        }

        return loss;
    }
}
