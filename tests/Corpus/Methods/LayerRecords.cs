using System;
using HessianGen;

namespace Corpus;

/// <summary>Layers as record structs that hold arrays, applied by a method that returns a new array.</summary>
public static partial class LayerRecords
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] double[] w, double[] x, double[] y)
    {
        Layer inner = new(w[..6], w[6..9], 3), outer = new(w[9..12], w[12..13], 1);
        double loss = 0;
        for (int n = 0; n < y.Length; n++)
        {
            double[] hidden = inner.Apply(x[(2 * n)..(2 * n + 2)]);
            double output = outer.Apply(hidden)[0];
            loss += (output - y[n]) * (output - y[n]);
        }

        return loss;
    }

    private readonly record struct Layer(double[] Weights, double[] Biases, int Width)
    {
        public double[] Apply(double[] x)
        {
            double[] y = new double[Width];
            for (int j = 0; j < Width; j++)
            {
                y[j] = Biases[j];
                for (int i = 0; i < x.Length; i++)
                {
                    y[j] += Weights[j * x.Length + i] * x[i];
                }

                y[j] = Math.Tanh(y[j]);
            }

            return y;
        }
    }
}
