using System;
using HessianGen;

namespace Corpus;

/// <summary>A recurrent network over time, with its hidden state in arrays declared before the loop.</summary>
public static partial class RecurrentNetwork
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] ReadOnlySpan<double> recurrent, [Variable] ReadOnlySpan<double> input, [Variable] ReadOnlySpan<double> output, ReadOnlySpan<double> series)
    {
        int units = input.Length;
        double[] hidden = new double[units];
        double[] previous = new double[units];
        double loss = 0;
        for (int t = 0; t + 1 < series.Length; t++)
        {
            Array.Copy(hidden, previous, units);
            double prediction = 0;
            for (int i = 0; i < units; i++)
            {
                double a = input[i] * series[t];
                for (int j = 0; j < units; j++)
                {
                    a += recurrent[i * units + j] * previous[j];
                }

                hidden[i] = Math.Tanh(a);
                prediction += output[i] * hidden[i];
            }

            loss += (prediction - series[t + 1]) * (prediction - series[t + 1]);
        }

        return loss;
    }
}
