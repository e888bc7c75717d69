using System;
using HessianGen;

namespace Corpus;

/// <summary>Squared error after each row is brought to mean zero and variance one and scaled (Ba, Kiros and Hinton, 2016); the rows are variables too.</summary>
public static partial class LayerNormalisation
{
    [Differentiable(Every.Product)]
    public static double Error(
        [Variable] ReadOnlySpan<double> gain, [Variable] ReadOnlySpan<double> bias, [Variable] ReadOnlySpan<double> x, ReadOnlySpan<double> target, double epsilon)
    {
        double error = 0;
        int width = gain.Length;
        for (int start = 0; start < x.Length; start += width)
        {
            var row = x.Slice(start, width);
            Moments(row, out double mean, out double variance);
            double inverse = 1 / Math.Sqrt(variance + epsilon);
            for (int i = 0; i < width; i++)
            {
                double y = gain[i] * (row[i] - mean) * inverse + bias[i];
                error += (y - target[start + i]) * (y - target[start + i]);
            }
        }

        return error;
    }

    private static void Moments(ReadOnlySpan<double> values, out double mean, out double variance)
    {
        mean = variance = 0;
        foreach (double v in values)
        {
            mean += v;
        }

        mean /= values.Length;
        foreach (double v in values)
        {
            variance += (v - mean) * (v - mean);
        }

        variance /= values.Length;
    }
}
