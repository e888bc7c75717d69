using System;
using HessianGen;

namespace Corpus;

/// <summary>An integral by Simpson's rule of a function handed over as a lambda that captures the variables.</summary>
public static partial class SimpsonQuadrature
{
    [Differentiable(Every.Product)]
    public static double Integral([Variable] double a, [Variable] double b, int pieces)
    {
        return Simpson(x => Math.Exp(-a * x * x) * Math.Cos(b * x), 0, b, pieces) + Simpson(Bell, -1, a, pieces);

        static double Bell(double x) => 1 / (1 + x * x);
    }

    private static double Simpson(Func<double, double> f, double low, double high, int pieces)
    {
        double h = (high - low) / pieces, sum = 0;
        for (int i = 0; i < pieces; i++)
        {
            double left = low + i * h;
            sum += f(left) + 4 * f(left + h / 2) + f(left + h);
        }

        return sum * h / 6;
    }
}
