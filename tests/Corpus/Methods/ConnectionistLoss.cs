using System;
using HessianGen;

namespace Corpus;

/// <summary>Connectionist temporal classification (Graves and others, 2006): the forward recursion over labels with blanks between, in one row.</summary>
public static partial class ConnectionistLoss
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] ReadOnlySpan<double> logits, ReadOnlySpan<int> labels)
    {
        const int Symbols = 3;
        int extended = 2 * labels.Length + 1, steps = logits.Length / Symbols;
        double[] alpha = new double[extended];
        Span<double> p = stackalloc double[Symbols];
        for (int t = 0; t < steps; t++)
        {
            ReadOnlySpan<double> row = logits.Slice(t * Symbols, Symbols);
            double log = Reductions.LogSumExp(row);
            for (int s = 0; s < Symbols; s++)
            {
                p[s] = Math.Exp(row[s] - log);
            }

            for (int s = extended - 1; s >= 0; s--)
            {
                int symbol = s % 2 == 0 ? 0 : labels[s / 2];
                double arriving = t == 0 ? s < 2 ? 1 : 0 : alpha[s];
                if (t > 0 && s > 0)
                {
                    arriving += alpha[s - 1];
                    if (s > 2 && s % 2 == 1 && labels[s / 2] != labels[s / 2 - 1])
                    {
                        arriving += alpha[s - 2];
                    }
                }

                alpha[s] = arriving * p[symbol];
            }
        }

        return -Math.Log(alpha[^1] + alpha[^2]);
    }
}
