using System;
using HessianGen;

namespace Corpus;

/// <summary>Wood's function of four variables at constant indices, squares written with <see cref="Math.Pow"/>.</summary>
public static partial class Wood
{
    [Differentiable(Every.Product)]
    public static double Value(double[] x)
    {
        double f = 100 * Math.Pow(x[1] - Math.Pow(x[0], 2), 2);
        f += Math.Pow(1 - x[0], 2);
        f += 90 * Math.Pow(x[3] - Math.Pow(x[2], 2), 2);
        f += Math.Pow(1 - x[2], 2);
        f += 10.1 * (Math.Pow(x[1] - 1, 2) + Math.Pow(x[3] - 1, 2));
        f += 19.8 * (x[1] - 1) * (x[3] - 1);
        return f;
    }
}
