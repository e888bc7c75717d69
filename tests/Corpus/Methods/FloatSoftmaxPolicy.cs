using System;
using HessianGen;

namespace Corpus;

/// <summary>A policy-gradient surrogate with an entropy bonus (Williams, 1992), in single precision.</summary>
public static partial class FloatSoftmaxPolicy
{
    [Differentiable(Every.Product)]
    public static float Surrogate([Variable] ReadOnlySpan<float> logits, ReadOnlySpan<int> action, ReadOnlySpan<float> advantage, float bonus)
    {
        float largest = float.MinValue;
        foreach (float logit in logits)
        {
            largest = MathF.Max(largest, logit);
        }

        float total = 0f, entropy = 0f;
        for (int a = 0; a < logits.Length; a++)
        {
            total += MathF.Exp(logits[a] - largest);
        }

        float log = largest + MathF.Log(total);
        for (int a = 0; a < logits.Length; a++)
        {
            entropy -= MathF.Exp(logits[a] - log) * (logits[a] - log);
        }

        float surrogate = bonus * entropy;
        for (int t = 0; t < action.Length; t++)
        {
            surrogate += advantage[t] * (logits[action[t]] - log);
        }

        return surrogate;
    }
}
