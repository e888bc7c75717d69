using System;
using HessianGen;

namespace Corpus;

/// <summary>The period of a pendulum by the arithmetic-geometric mean: <c>do</c>/<c>while</c>, and two means assigned at once.</summary>
public static partial class PendulumPeriod
{
    [Differentiable(Every.Product)]
    public static double Period(double length, double amplitude, double gravity)
    {
        (double a, double b) = (1.0, Math.Cos(amplitude / 2));
        do
        {
            (a, b) = ((a + b) / 2, Math.Sqrt(a * b));
        }
        while (Math.Abs(a - b) > 1e-9 * a);

        return 2 * Math.PI * Math.Sqrt(length / gravity) / a;
    }
}
