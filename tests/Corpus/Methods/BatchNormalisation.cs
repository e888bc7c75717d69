using System;
using HessianGen;

namespace Corpus;

/// <summary>A linear layer of two units normalised over the batch (Ioffe and Szegedy, 2015), then logistic loss: every sample touches every other.</summary>
public static partial class BatchNormalisation
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] ReadOnlySpan<double> weights, [Variable] ReadOnlySpan<double> scale, ReadOnlySpan<double> x, ReadOnlySpan<double> label)
    {
        int batch = label.Length;
        Span<double> score = new double[batch], unit = new double[batch];
        for (int u = 0; u < 2; u++)
        {
            double mean = 0;
            for (int n = 0; n < batch; n++)
            {
                unit[n] = weights[2 * u] * x[2 * n] + weights[2 * u + 1] * x[2 * n + 1];
                mean += unit[n];
            }

            mean /= batch;
            double variance = 0.01;
            for (int n = 0; n < batch; n++)
            {
                unit[n] -= mean;
                variance += unit[n] * unit[n] / batch;
            }

            for (int n = 0; n < batch; n++)
            {
                score[n] += scale[u] * unit[n] / Math.Sqrt(variance);
            }
        }

        double loss = 0;
        for (int n = 0; n < batch; n++)
        {
            loss += Math.Log(1 + Math.Exp(-label[n] * score[n]));
        }

        return loss / batch;
    }
}
