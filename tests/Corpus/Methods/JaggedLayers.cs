using System;
using HessianGen;

namespace Corpus;

/// <summary>A small network whose activations are rows of different lengths.</summary>
public static partial class JaggedLayers
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double[][] layer = [new double[2], new double[3], new double[1]];
        double loss = 0;
        for (int n = 0; n < y.Length; n++)
        {
            layer[0][0] = w[0] * x[2 * n];
            layer[0][1] = w[1] * x[2 * n + 1];
            int at = 2;
            for (int l = 1; l < layer.Length; l++)
            {
                for (int j = 0; j < layer[l].Length; j++)
                {
                    double sum = 0;
                    for (int i = 0; i < layer[l - 1].Length; i++)
                    {
                        sum += w[at++] * layer[l - 1][i];
                    }

                    layer[l][j] = Math.Tanh(sum);
                }
            }

            loss += (layer[^1][0] - y[n]) * (layer[^1][0] - y[n]);
        }

        return loss;
    }
}
