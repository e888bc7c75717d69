using System;
using HessianGen;

namespace Corpus;

/// <summary>Plane rotations through helpers with <c>ref</c> and <c>out</c> parameters.</summary>
public static partial class GivensRotations
{
    [Differentiable(Every.Product)]
    public static double Distance([Variable] ReadOnlySpan<double> angle, [Variable] double x, [Variable] double y, double z)
    {
        double third = z;
        for (int i = 0; i < angle.Length; i++)
        {
            Rotate(angle[i], ref x, ref y);
            Rotate(0.5 * angle[i], ref y, ref third);
        }

        ToPolar(x, y, out double radius, out double phi);
        return radius * Math.Cos(2 * phi) + third * phi;
    }

    private static void Rotate(double angle, ref double a, ref double b)
    {
        double cos = Math.Cos(angle), sin = Math.Sin(angle);
        double rotated = cos * a - sin * b;
        b = sin * a + cos * b;
        a = rotated;
    }

    private static void ToPolar(double x, double y, out double radius, out double phi)
    {
        radius = Math.Sqrt(x * x + y * y);
        phi = Math.Atan(y / (2 + radius));
    }
}
