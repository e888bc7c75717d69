using System;
using HessianGen;

namespace Corpus;

/// <summary>A network in single precision, with <see cref="MathF"/>.</summary>
public static partial class FloatPerceptron
{
    [Differentiable(Every.Product)]
    public static float Loss([Variable] ReadOnlySpan<float> w, ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        float loss = 0f;
        Span<float> h = stackalloc float[3];
        for (int n = 0; n < y.Length; n++)
        {
            float output = w[12];
            for (int j = 0; j < h.Length; j++)
            {
                h[j] = MathF.Tanh(w[j] + w[3 + 2 * j] * x[2 * n] + w[4 + 2 * j] * x[2 * n + 1]);
                output += w[9 + j] * h[j];
            }

            loss += MathF.Pow(output - y[n], 2f);
        }

        return loss;
    }
}
