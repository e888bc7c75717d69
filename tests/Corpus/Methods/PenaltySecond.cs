using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 24; neighbours and weights that fall along the vector.</summary>
public static partial class PenaltySecond
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x)
    {
        const double A = 1e-5;
        int n = x.Length;
        double sum = (x[0] - 0.2) * (x[0] - 0.2), sphere = n * x[0] * x[0] - 1;
        double before = Math.Exp(x[0] / 10);
        for (int i = 1; i < n; i++)
        {
            double here = Math.Exp(x[i] / 10);
            double both = here + before - (Math.Exp((i + 1) / 10.0) + Math.Exp(i / 10.0));
            double alone = here - Math.Exp(-0.1);
            sum += A * (both * both + alone * alone);
            sphere += (n - i) * x[i] * x[i];
            before = here;
        }

        return sum + sphere * sphere;
    }
}
