using System;
using HessianGen;

namespace Corpus;

/// <summary>x ← x + ½·tanh(W·x) several times, as residual networks and Euler's method do (He and others, 2016); the input is a variable too.</summary>
public static partial class ResidualBlocks
{
    [Differentiable(Every.Product)]
    public static double Energy([Variable] ReadOnlySpan<double> weights, [Variable] ReadOnlySpan<double> input, int blocks)
    {
        double[] x = input.ToArray();
        double[] step = new double[x.Length];
        for (int b = 0; b < blocks; b++)
        {
            var w = weights[(b * x.Length * x.Length)..((b + 1) * x.Length * x.Length)];
            for (int i = 0; i < step.Length; i++)
            {
                step[i] = 0;
                for (int j = 0; j < x.Length; j++)
                {
                    step[i] += w[i * x.Length + j] * x[j];
                }
            }

            for (int i = 0; i < x.Length; i++)
            {
                x[i] += 0.5 * Math.Tanh(step[i]);
            }
        }

        double energy = 0;
        foreach (ref readonly double v in x.AsSpan())
        {
            energy += v * v + v;
        }

        return energy;
    }
}
