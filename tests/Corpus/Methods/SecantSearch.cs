using System;
using HessianGen;

namespace Corpus;

/// <summary>A secant search with a local function that captures, an early <c>return</c> from the loop, and a conditional swap.</summary>
public static partial class SecantSearch
{
    [Differentiable(Every.Product)]
    public static double Root([Variable] double a, [Variable] double b, int limit)
    {
        double x0 = 0, x1 = 1;
        double F(double x) => x * Math.Exp(a * x) - b;
        if (Math.Abs(F(x0)) < Math.Abs(F(x1)))
        {
            (x0, x1) = (x1, x0);
        }

        for (int i = 0; i < limit; i++)
        {
            double f0 = F(x0), f1 = F(x1);
            if (Math.Abs(f1) < 1e-15 || Math.Abs(f1 - f0) < 1e-15)
            {
                return x1;
            }

            (x0, x1) = (x1, x1 - f1 * (x1 - x0) / (f1 - f0));
        }

        return x1;
    }
}
