using System;
using HessianGen;

namespace Corpus;

/// <summary>Minus the log-likelihood of overdispersed counts; log Γ by Lanczos' series (g = 7, n = 9).</summary>
public static partial class NegativeBinomial
{
    private static readonly double[] Lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    [Differentiable(Every.Product)]
    public static double NegativeLogLikelihood([Variable] double logMean, [Variable] double logSize, ReadOnlySpan<int> counts)
    {
        double mean = Math.Exp(logMean), size = Math.Exp(logSize);
        double result = 0;
        foreach (int count in counts)
        {
            result -= LogGamma(count + size) - LogGamma(size) - LogGamma(count + 1)
                + size * Math.Log(size / (size + mean)) + count * Math.Log(mean / (size + mean));
        }

        return result;
    }

    private static double LogGamma(double x)
    {
        x -= 1;
        double series = Lanczos[0];
        for (int k = 1; k < Lanczos.Length; k++)
        {
            series += Lanczos[k] / (x + k);
        }

        double t = x + 7.5;
        return 0.91893853320467274 + (x + 0.5) * Math.Log(t) - t + Math.Log(series);
    }
}
