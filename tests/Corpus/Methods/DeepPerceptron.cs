using System;
using HessianGen;

namespace Corpus;

/// <summary>Mean squared error of a tanh network of any depth: widths in an array, a running position in the weights, two buffers in turn.</summary>
public static partial class DeepPerceptron
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] ReadOnlySpan<double> weights, int[] widths, ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets)
    {
        Span<double> current = stackalloc double[8], next = stackalloc double[8];
        double loss = 0;
        for (int sample = 0; sample < targets.Length; sample++)
        {
            inputs.Slice(sample * widths[0], widths[0]).CopyTo(current);
            int at = 0;
            for (int layer = 1; layer < widths.Length; layer++)
            {
                bool last = layer == widths.Length - 1;
                for (int j = 0; j < widths[layer]; j++)
                {
                    double a = weights[at++];
                    for (int i = 0; i < widths[layer - 1]; i++)
                    {
                        a += weights[at++] * current[i];
                    }

                    next[j] = last ? a : Math.Tanh(a);
                }

                var spare = current;
                current = next;
                next = spare;
            }

            double error = current[0] - targets[sample];
            loss += error * error / targets.Length;
        }

        return loss;
    }
}
