using System;
using HessianGen;

namespace Corpus;

/// <summary>Smoothed total variation and fidelity of an image (Rudin, Osher and Fatemi, 1992).</summary>
public static partial class TotalVariation
{
    [Differentiable(Every.Product)]
    public static double Energy([Variable] ReadOnlySpan<double> image, ReadOnlySpan<double> noisy, int width, double weight)
    {
        double energy = 0;
        for (int i = 0; i < image.Length; i++)
        {
            bool lastColumn = (i + 1) % width == 0, lastRow = i + width >= image.Length;
            double dx = lastColumn ? 0 : image[i + 1] - image[i];
            double dy = lastRow ? 0 : image[i + width] - image[i];
            energy += 0.5 * (image[i] - noisy[i]) * (image[i] - noisy[i]) + weight * Math.Sqrt(dx * dx + dy * dy + 1e-3);
        }

        return energy;
    }
}
