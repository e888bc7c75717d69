using System;
using HessianGen;

namespace Corpus;

/// <summary>Loss after a few steps of gradient descent with momentum: derivatives with respect to step size, momentum and start.</summary>
public static partial class UnrolledTraining
{
    [Differentiable(Every.Product)]
    public static double LossAfterwards(
        [Variable] double rate, [Variable] double momentum, [Variable] ReadOnlySpan<double> start, ReadOnlySpan<double> x, ReadOnlySpan<double> label, int steps)
    {
        int width = start.Length;
        double[] w = start.ToArray(), velocity = new double[width], gradient = new double[width];
        double loss = 0;
        for (int step = 0; step <= steps; step++)
        {
            loss = 0;
            Array.Clear(gradient);
            for (int n = 0; n < label.Length; n++)
            {
                double score = 0;
                for (int k = 0; k < width; k++)
                {
                    score += w[k] * x[n * width + k];
                }

                double e = Math.Exp(-label[n] * score);
                loss += Math.Log(1 + e);
                for (int k = 0; k < width; k++)
                {
                    gradient[k] -= label[n] * x[n * width + k] * e / (1 + e);
                }
            }

            for (int k = 0; k < width; k++)
            {
                velocity[k] = momentum * velocity[k] - rate * gradient[k];
                w[k] += velocity[k];
            }
        }

        return loss;
    }
}
