using System;
using HessianGen;

namespace Corpus;

/// <summary>Squared error of a cubic spline whose basis comes from de Boor's triangle on uniform knots; the knot interval is found at run time.</summary>
public static partial class BSplineFit
{
    [Differentiable(Every.Product)]
    public static double Error([Variable] ReadOnlySpan<double> control, ReadOnlySpan<double> at, ReadOnlySpan<double> target)
    {
        const int Degree = 3;
        int intervals = control.Length - Degree;
        Span<double> d = stackalloc double[Degree + 1];
        double error = 0;
        for (int n = 0; n < at.Length; n++)
        {
            double x = at[n] * intervals;
            int interval = Math.Clamp((int)x, 0, intervals - 1);
            control.Slice(interval, Degree + 1).CopyTo(d);
            for (int level = 1; level <= Degree; level++)
            {
                for (int j = Degree; j >= level; j--)
                {
                    double knot = interval + j - Degree;
                    double share = (x - knot) / (Degree + 1 - level);
                    d[j] = (1 - share) * d[j - 1] + share * d[j];
                }
            }

            error += (d[^1] - target[n]) * (d[^1] - target[n]);
        }

        return error;
    }
}
