using System;
using HessianGen;

namespace Corpus;

/// <summary>Distances of moved points from planes, as in iterative closest points (Chen and Medioni, 1991): rotations about the axes in turn by <c>ref</c> helpers.</summary>
public static partial class PointToPlane
{
    [Differentiable(Every.Product)]
    public static double Error([Variable] ReadOnlySpan<double> pose, ReadOnlySpan<double> source, ReadOnlySpan<double> target, ReadOnlySpan<double> normal)
    {
        double error = 0;
        for (int i = 0; i < source.Length; i += 3)
        {
            double x = source[i], y = source[i + 1], z = source[i + 2];
            Turn(ref y, ref z, pose[0]);
            Turn(ref z, ref x, pose[1]);
            Turn(ref x, ref y, pose[2]);
            double distance =
                normal[i] * (x + pose[3] - target[i])
                + normal[i + 1] * (y + pose[4] - target[i + 1])
                + normal[i + 2] * (z + pose[5] - target[i + 2]);
            error += distance * distance;
        }

        return error;
    }

    private static void Turn(ref double a, ref double b, double angle)
    {
        var (sin, cos) = Math.SinCos(angle);
        (a, b) = (cos * a - sin * b, sin * a + cos * b);
    }
}
