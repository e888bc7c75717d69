using System;
using HessianGen;

namespace Corpus;

/// <summary>Squared error of a yield curve in level, slope and curvature (Nelson and Siegel, 1987).</summary>
public static partial class NelsonSiegel
{
    [Differentiable(Every.Product)]
    public static double Error([Variable] ReadOnlySpan<double> beta, [Variable] double decay, ReadOnlySpan<double> maturity, ReadOnlySpan<double> yield)
    {
        double error = 0;
        for (int i = 0; i < maturity.Length; i++)
        {
            double scaled = maturity[i] / decay;
            double loading = (1 - Math.Exp(-scaled)) / scaled;
            double curve = beta[0] + beta[1] * loading + beta[2] * (loading - Math.Exp(-scaled));
            error += Math.Pow(curve - yield[i], 2);
        }

        return error;
    }
}
