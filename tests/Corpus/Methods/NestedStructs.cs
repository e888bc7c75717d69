using System;
using HessianGen;

namespace Corpus;

/// <summary>An array of structs in structs: fields of fields assigned, whole elements copied by value.</summary>
public static partial class NestedStructs
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x, [Variable] double k)
    {
        if (x.Length == 0)
        {
            return k;
        }

        Body[] bodies = new Body[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            bodies[i].At.X = x[i];
            bodies[i].At.Y = k * i;
            bodies[i].Mass = 1 + x[i] * x[i];
        }

        Body copy = bodies[0];
        copy.At.X *= 2;
        bodies[^1] = copy;
        double sum = 0;
        for (int i = 1; i < bodies.Length; i++)
        {
            sum += bodies[i].Mass * bodies[i - 1].At.Distance(bodies[i].At);
        }

        return sum + copy.At.X;
    }

    private struct Place
    {
        public double X, Y;

        public readonly double Distance(Place other) => (X - other.X) * (X - other.X) + (Y - other.Y) * (Y - other.Y);
    }

    private struct Body
    {
        public Place At;
        public double Mass;
    }
}
