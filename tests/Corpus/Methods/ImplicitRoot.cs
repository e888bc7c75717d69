using System;
using HessianGen;

namespace Corpus;

/// <summary>A root of x³ + p·x = q by a loop that only <c>break</c> leaves, then used: differentiated through all of its steps.</summary>
public static partial class ImplicitRoot
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] double p, [Variable] double q, double tolerance)
    {
        double x = 1;
        while (true)
        {
            double f = x * x * x + p * x - q;
            double step = f / (3 * x * x + p);
            x -= step;
            if (Math.Abs(step) < tolerance)
            {
                break;
            }
        }

        return x * p + Math.Sin(q * x);
    }
}
