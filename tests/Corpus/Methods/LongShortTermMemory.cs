using System;
using HessianGen;

namespace Corpus;

/// <summary>Loss of a diagonal LSTM that predicts the next character (ADBench's LSTM, Šrajer, Kukelova and Fitzgibbon, 2018): the state is overwritten at each step.</summary>
public static partial class LongShortTermMemory
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] ReadOnlySpan<double> main, [Variable] ReadOnlySpan<double> start, [Variable] ReadOnlySpan<double> extra, ReadOnlySpan<double> sequence)
    {
        const int B = 2;
        Span<double> state = stackalloc double[2 * B];
        start.CopyTo(state);
        Span<double> hidden = state[..B], cell = state[B..];
        Span<double> x = stackalloc double[B];
        double total = 0;
        int count = 0;
        for (int t = 0; t + B < sequence.Length; t += B)
        {
            for (int i = 0; i < B; i++)
            {
                x[i] = sequence[t + i] * extra[i];
            }

            for (int i = 0; i < B; i++)
            {
                double forget = Sigmoid(x[i] * main[i] + main[B + i]);
                double ingate = Sigmoid(hidden[i] * main[2 * B + i] + main[3 * B + i]);
                double outgate = Sigmoid(x[i] * main[4 * B + i] + main[5 * B + i]);
                double change = Math.Tanh(hidden[i] * main[6 * B + i] + main[7 * B + i]);
                cell[i] = cell[i] * forget + ingate * change;
                hidden[i] = outgate * Math.Tanh(cell[i]);
            }

            double sum = 2;
            for (int i = 0; i < B; i++)
            {
                sum += Math.Exp(hidden[i] * extra[B + i] + extra[2 * B + i]);
            }

            double log = Math.Log(sum);
            for (int i = 0; i < B; i++)
            {
                total += (hidden[i] * extra[B + i] + extra[2 * B + i] - log) * sequence[t + B + i];
            }

            count += B;
        }

        return count > 0 ? -total / count : total;

        static double Sigmoid(double a) => 1.0 / (1.0 + Math.Exp(-a));
    }
}
