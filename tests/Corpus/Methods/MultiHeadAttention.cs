using System;
using HessianGen;

namespace Corpus;

/// <summary>Scaled dot-product attention with several heads and a causal mask (Vaswani and others, 2017), its output squared.</summary>
public static partial class MultiHeadAttention
{
    [Differentiable(Every.Product)]
    public static double Energy([Variable] ReadOnlySpan<double> weights, ReadOnlySpan<double> tokens, int width, int heads)
    {
        int length = tokens.Length / width, square = width * width, size = width / heads;
        double[] q = new double[tokens.Length], k = new double[tokens.Length], v = new double[tokens.Length], mixed = new double[tokens.Length];
        Project(weights.Slice(0, square), tokens, q, width);
        Project(weights.Slice(square, square), tokens, k, width);
        Project(weights.Slice(2 * square, square), tokens, v, width);
        Span<double> share = stackalloc double[length];
        for (int head = 0; head < heads; head++)
        {
            int from = head * size;
            for (int i = 0; i < length; i++)
            {
                double largest = double.NegativeInfinity;
                for (int j = 0; j <= i; j++)
                {
                    double score = 0;
                    for (int d = from; d < from + size; d++)
                    {
                        score += q[i * width + d] * k[j * width + d];
                    }

                    share[j] = score / Math.Sqrt(size);
                    largest = Math.Max(largest, share[j]);
                }

                double total = 0;
                for (int j = 0; j <= i; j++)
                {
                    total += share[j] = Math.Exp(share[j] - largest);
                }

                for (int j = 0; j <= i; j++)
                {
                    for (int d = from; d < from + size; d++)
                    {
                        mixed[i * width + d] += share[j] / total * v[j * width + d];
                    }
                }
            }
        }

        Project(weights[^square..], mixed, q, width);
        double energy = 0;
        foreach (double output in q)
        {
            energy += output * output;
        }

        return energy;
    }

    private static void Project(ReadOnlySpan<double> matrix, ReadOnlySpan<double> rows, Span<double> result, int width)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            int row = i / width, column = i % width;
            result[i] = 0;
            for (int d = 0; d < width; d++)
            {
                result[i] += matrix[column * width + d] * rows[row * width + d];
            }
        }
    }
}
