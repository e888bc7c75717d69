using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 12; the time advances by addition.</summary>
public static partial class BoxThreeDimensional
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] double[] x, int m)
    {
        (double sum, double t) = (0.0, 0.1);
        for (var i = 0; i < m; i++, t += 0.1)
        {
            var f = Math.Exp(-t * x[0]) - Math.Exp(-t * x[1]) - x[2] * (Math.Exp(-t) - Math.Exp(-10 * t));
            sum += f * f;
        }

        return sum;
    }
}
