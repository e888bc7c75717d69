using System;
using HessianGen;

namespace Corpus;

/// <summary>All steps of an integration kept in a rectangular array, and read backwards.</summary>
public static partial class HistoryMatrix
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] double[] q, double dt)
    {
        const int Steps = 4;
        double[,] history = new double[Steps + 1, q.Length];
        double[] p = new double[q.Length];
        for (int i = 0; i < q.Length; i++)
        {
            history[0, i] = q[i];
        }

        for (int s = 1; s <= Steps; s++)
        {
            for (int i = 0; i < q.Length; i++)
            {
                double left = history[s - 1, (i + q.Length - 1) % q.Length];
                p[i] -= dt * (Math.Pow(history[s - 1, i], 3) + history[s - 1, i] - left);
                history[s, i] = history[s - 1, i] + dt * p[i];
            }
        }

        double sum = 0;
        for (int s = Steps; s >= 0; s--)
        {
            for (int i = 0; i < q.Length; i++)
            {
                sum = 0.9 * sum + history[s, i] * history[Steps - s, i];
            }
        }

        return sum;
    }
}
