using System;
using HessianGen;

namespace Corpus;

/// <summary>Squared error of a short feedback filter over a signal, delayed samples shifted through local variables.</summary>
public static partial class FloatEqualiser
{
    [Differentiable(Every.Product)]
    public static float Error([Variable] ReadOnlySpan<float> taps, ReadOnlySpan<float> signal, ReadOnlySpan<float> wanted)
    {
        var (before, earlier, error) = (0f, 0f, 0f);
        for (int t = 0; t < signal.Length; t++)
        {
            float output = taps[0] * signal[t] + taps[1] * before + taps[2] * earlier;
            (earlier, before) = (before, output);
            error += (output - wanted[t]) * (output - wanted[t]);
        }

        return error;
    }
}
