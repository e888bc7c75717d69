using System;
using HessianGen;

namespace Corpus;

/// <summary>A method in single precision throughout: a saturating fit with ridge penalty.</summary>
public static partial class FloatRidge
{
    [Differentiable(Every.Product)]
    public static float Loss([Variable] ReadOnlySpan<float> w, ReadOnlySpan<float> x, float ridge)
    {
        float sum = 0f;
        for (int i = 0; i < w.Length; i++)
        {
            float fit = MathF.Tanh(w[i] * x[i]) - 0.5f;
            sum += fit * fit + ridge * w[i] * w[i];
            if (i > 0)
            {
                sum += 0.1f * MathF.Exp(-w[i] * w[i - 1]);
            }
        }

        return sum;
    }
}
