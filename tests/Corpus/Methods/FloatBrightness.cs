using System;
using HessianGen;

namespace Corpus;

/// <summary>Perceived brightness of colours after gamma correction: integers and literals without a suffix among floats.</summary>
public static partial class FloatBrightness
{
    [Differentiable(Every.Product)]
    public static float Error([Variable] float[] weights, float[] pixels, float[] brightness)
    {
        float error = 0;
        for (int i = 0; i < brightness.Length; i++)
        {
            float sum = 0;
            for (int c = 0; c < 3; c++)
            {
                sum += weights[c] * MathF.Pow(pixels[3 * i + c], 2.2f);
            }

            float difference = MathF.Cbrt(sum) - brightness[i];
            error += difference * difference / 2;
        }

        return error / Math.Max(1, brightness.Length);
    }
}
