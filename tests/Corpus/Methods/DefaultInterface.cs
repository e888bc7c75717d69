using System;
using HessianGen;

namespace Corpus;

/// <summary>A struct that implements an interface with a default method, called through a constraint.</summary>
public static partial class DefaultInterface
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (double v in x)
        {
            sum += Energy(new Spring(v, 2));
        }

        return sum;
    }

    private static double Energy<T>(T potential)
        where T : struct, IPotential => potential.At(0.5) + potential.At(1);

    private interface IPotential
    {
        double At(double x);
    }

    private readonly record struct Spring(double Stiffness, double Rest) : IPotential
    {
        public double At(double x) => Stiffness * Stiffness * (x - Rest) * (x - Rest) / 2;
    }
}
