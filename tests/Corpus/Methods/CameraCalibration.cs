using System;
using HessianGen;

namespace Corpus;

/// <summary>Reprojection error of a plane under radial and tangential distortion (Brown, 1966; Zhang, 2000): the projection writes to <c>out</c> parameters.</summary>
public static partial class CameraCalibration
{
    [Differentiable(Every.Product)]
    public static double Error([Variable] double[] intrinsics, double[] plane, double[] seen)
    {
        double error = 0;
        for (int i = 0; i + 1 < plane.Length; i += 2)
        {
            Project(intrinsics, plane[i], plane[i + 1], out double u, out var v);
            error += Math.Pow(u - seen[i], 2) + Math.Pow(v - seen[i + 1], 2);
        }

        return error / 2;
    }

    private static void Project(ReadOnlySpan<double> k, double x, double y, out double u, out double v)
    {
        double r2 = x * x + y * y;
        double radial = 1 + r2 * (k[4] + r2 * k[5]);
        double dx = 2 * k[6] * x * y + k[7] * (r2 + 2 * x * x);
        double dy = k[6] * (r2 + 2 * y * y) + 2 * k[7] * x * y;
        u = k[0] * (x * radial + dx) + k[2];
        v = k[1] * (y * radial + dy) + k[3];
    }
}
