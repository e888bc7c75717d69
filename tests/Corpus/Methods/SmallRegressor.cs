using System;
using HessianGen;

namespace Corpus;

/// <summary>Half the mean squared error of an 8-8-1 tanh network; sizes are constants, helpers return slices' dot products.</summary>
public static partial class SmallRegressor
{
    private const int Inputs = 8, Hidden = 8;

    [Differentiable(Every.Product)]
    public static double Loss([Variable] ReadOnlySpan<double> theta, ReadOnlySpan<double> x, ReadOnlySpan<double> target)
    {
        ReadOnlySpan<double> w1 = theta[..(Hidden * Inputs)];
        ReadOnlySpan<double> b1 = theta[(Hidden * Inputs)..(Hidden * Inputs + Hidden)];
        ReadOnlySpan<double> w2 = theta[(Hidden * Inputs + Hidden)..^1];
        double sum = 0;
        for (int n = 0; n < target.Length; n++)
        {
            double y = theta[^1];
            for (int j = 0; j < Hidden; j++)
            {
                double s = b1[j] + Dot(w1.Slice(j * Inputs, Inputs), x.Slice(n * Inputs, Inputs));
                y += w2[j] * Math.Tanh(s);
            }

            double residual = y - target[n];
            sum += residual * residual;
        }

        return target.Length > 0 ? 0.5 * sum / target.Length : 0;
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
