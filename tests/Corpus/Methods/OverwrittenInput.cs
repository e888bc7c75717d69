using System;
using HessianGen;

namespace Corpus;

/// <summary>The variables themselves are overwritten, in place and by neighbours already overwritten, and then read again.</summary>
public static partial class OverwrittenInput
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] Span<double> x, [Variable] double[] scale)
    {
        double before = 0;
        for (int i = 0; i < x.Length; i++)
        {
            before += x[i] * x[i] * x[i];
            scale[i] *= 0.5;
        }

        for (int i = 0; i < x.Length; i++)
        {
            double left = i > 0 ? x[i - 1] : 1;
            x[i] = scale[i] * x[i] + 0.25 * left * left;
        }

        double after = 0;
        for (int i = 0; i < x.Length; i++)
        {
            after += Math.Sin(x[i]) * x[x.Length - 1 - i];
        }

        return before + after;
    }
}
