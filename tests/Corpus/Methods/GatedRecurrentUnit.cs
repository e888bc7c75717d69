using System;
using HessianGen;

namespace Corpus;

/// <summary>A gated recurrent unit (Cho and others, 2014) of two cells over a sequence, its read-out scored at each step.</summary>
public static partial class GatedRecurrentUnit
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] ReadOnlySpan<double> weights, [Variable] ReadOnlySpan<double> readout, ReadOnlySpan<double> sequence)
    {
        const int H = 2;
        int block = weights.Length / 3;
        var update = weights[..block];
        var reset = weights[block..(2 * block)];
        var candidate = weights[(2 * block)..];
        double[] h = new double[H], gated = new double[H], z = new double[H];
        double loss = 0;
        foreach (double x in sequence)
        {
            double predicted = 0;
            for (int j = 0; j < H; j++)
            {
                predicted += readout[j] * h[j];
            }

            loss += (predicted - x) * (predicted - x);
            for (int j = 0; j < H; j++)
            {
                z[j] = Sigmoid(Affine(update, h, x, j));
                gated[j] = Sigmoid(Affine(reset, h, x, j)) * h[j];
            }

            for (int j = 0; j < H; j++)
            {
                h[j] += z[j] * (Math.Tanh(Affine(candidate, gated, x, j)) - h[j]);
            }
        }

        return loss;
    }

    private static double Affine(ReadOnlySpan<double> w, double[] h, double x, int j)
    {
        int at = j * (h.Length + 2);
        double a = w[at] + w[at + 1] * x;
        for (int i = 0; i < h.Length; i++)
        {
            a += w[at + 2 + i] * h[i];
        }

        return a;
    }

    private static double Sigmoid(double a) => 1 / (1 + Math.Exp(-a));
}
