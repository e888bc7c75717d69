using System;
using HessianGen;

namespace Corpus;

/// <summary>Prediction error from autocorrelations by the Levinson-Durbin recursion, coefficients updated symmetrically in place.</summary>
public static partial class LevinsonDurbin
{
    [Differentiable(Every.Product)]
    public static double LogError([Variable] ReadOnlySpan<double> correlation)
    {
        int n = correlation.Length;
        Span<double> a = stackalloc double[n];
        double error = 1;
        for (int k = 0; k < n; k++)
        {
            double reflection = correlation[k];
            for (int j = 0; j < k; j++)
            {
                reflection -= a[j] * correlation[k - 1 - j];
            }

            reflection /= error;
            for (int j = 0; j < k / 2; j++)
            {
                (a[j], a[k - 1 - j]) = (a[j] - reflection * a[k - 1 - j], a[k - 1 - j] - reflection * a[j]);
            }

            if ((k & 1) == 1)
            {
                a[k / 2] -= reflection * a[k / 2];
            }

            a[k] = reflection;
            error *= 1 - reflection * reflection;
        }

        return Math.Log(error);
    }
}
