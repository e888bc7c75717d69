using System;
using HessianGen;

namespace Corpus;

/// <summary>One head of causal self-attention over a short sequence: softmax((XQ)(XK)ᵀ/√d)·XV, with squared outputs as loss.</summary>
public static partial class AttentionHead
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] ReadOnlySpan<double> query, [Variable] ReadOnlySpan<double> key, [Variable] ReadOnlySpan<double> value, ReadOnlySpan<double> tokens, int width)
    {
        int count = tokens.Length / width;
        Span<double> q = new double[count * width], k = new double[count * width], v = new double[count * width];
        Project(tokens, query, q, width);
        Project(tokens, key, k, width);
        Project(tokens, value, v, width);

        double scale = 1 / Math.Sqrt(width), loss = 0;
        Span<double> score = new double[count];
        for (int t = 0; t < count; t++)
        {
            double total = 0;
            for (int s = 0; s <= t; s++)
            {
                score[s] = Math.Exp(scale * Dot(q.Slice(t * width, width), k.Slice(s * width, width)));
                total += score[s];
            }

            for (int c = 0; c < width; c++)
            {
                double mixed = 0;
                for (int s = 0; s <= t; s++)
                {
                    mixed += score[s] / total * v[s * width + c];
                }

                loss += mixed * mixed;
            }
        }

        return loss;
    }

    private static void Project(ReadOnlySpan<double> rows, ReadOnlySpan<double> matrix, Span<double> result, int width)
    {
        for (int i = 0; i < result.Length; i++)
        {
            for (int c = 0; c < width; c++)
            {
                result[i] += rows[i / width * width + c] * matrix[c * width + i % width];
            }
        }
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
