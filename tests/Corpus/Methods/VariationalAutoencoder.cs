using System;
using HessianGen;

namespace Corpus;

/// <summary>Minus the evidence lower bound with given noise (Kingma and Welling, 2014): mean and log-variance as one tuple of slices.</summary>
public static partial class VariationalAutoencoder
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] ReadOnlySpan<double> encoder, [Variable] ReadOnlySpan<double> decoder, ReadOnlySpan<double> x, ReadOnlySpan<double> noise)
    {
        double loss = 0;
        Span<double> latent = stackalloc double[2];
        for (int n = 0; n < x.Length / 2; n++)
        {
            var sample = x.Slice(2 * n, 2);
            for (int j = 0; j < 2; j++)
            {
                var (mean, logVariance) = (Dot2(encoder[(4 * j)..], sample), Dot2(encoder[(4 * j + 2)..], sample));
                latent[j] = Math.Tanh(mean + Math.Exp(0.5 * logVariance) * noise[2 * n + j]);
                loss -= 0.5 * (1 + logVariance - mean * mean - Math.Exp(logVariance));
            }

            for (int i = 0; i < 2; i++)
            {
                double miss = Dot2(decoder[(2 * i)..], latent) - sample[i];
                loss += 0.5 * miss * miss;
            }
        }

        return loss;
    }

    private static double Dot2(ReadOnlySpan<double> a, ReadOnlySpan<double> b) => a[0] * b[0] + a[1] * b[1];
}
