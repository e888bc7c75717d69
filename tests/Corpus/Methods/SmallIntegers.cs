using System;
using HessianGen;

namespace Corpus;

/// <summary>Bytes, signed bytes, shorts and unsigned integers: sign extension, wraparound, conversions to and from single precision.</summary>
public static partial class SmallIntegers
{
    [Differentiable(Every.Product)]
    public static float Value([Variable] ReadOnlySpan<float> x, byte[] code, uint scale, sbyte shift, [Variable] float gain)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            int level = (sbyte)code[i] >> 3;
            uint mixed = (uint)level * scale ^ (uint)shift;
            sum += x[i] * (level + (mixed % 5)) * gain + (short)(code[i] * 300) * 1e-4f * x[i] * x[i];
            sum -= MathF.Floor(level / 2f) * 0.01f * gain;
        }

        return sum;
    }
}
