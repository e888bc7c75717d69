using System;
using HessianGen;

namespace Corpus;

/// <summary>Mean cross entropy of an I-H-O tanh network under softmax; all weights in one vector, cut in slices.</summary>
public static partial class TwoLayerClassifier
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] ReadOnlySpan<double> weights, int hidden, int outputs, ReadOnlySpan<double> x, ReadOnlySpan<int> label)
    {
        int inputs = (weights.Length - outputs) / hidden - outputs - 1;
        ReadOnlySpan<double> w1 = weights[..(hidden * inputs)];
        ReadOnlySpan<double> b1 = weights.Slice(hidden * inputs, hidden);
        ReadOnlySpan<double> w2 = weights.Slice(hidden * (inputs + 1), outputs * hidden);
        ReadOnlySpan<double> b2 = weights[^outputs..];

        Span<double> h = stackalloc double[hidden];
        Span<double> z = stackalloc double[outputs];
        double loss = 0;
        for (int n = 0; n < label.Length; n++)
        {
            for (int j = 0; j < hidden; j++)
            {
                double a = b1[j];
                for (int i = 0; i < inputs; i++)
                {
                    a += w1[j * inputs + i] * x[n * inputs + i];
                }

                h[j] = Math.Tanh(a);
            }

            double total = 0;
            for (int k = 0; k < outputs; k++)
            {
                double a = b2[k];
                for (int j = 0; j < hidden; j++)
                {
                    a += w2[k * hidden + j] * h[j];
                }

                z[k] = a;
                total += Math.Exp(a);
            }

            loss += Math.Log(total) - z[label[n]];
        }

        return label.Length == 0 ? loss : loss / label.Length;
    }
}
