using System;
using HessianGen;

namespace Corpus;

/// <summary>Reprojection error of points seen by a camera: Rodrigues' rotation with its limit at zero, perspective, radial distortion.</summary>
public static partial class BundleAdjustment
{
    [Differentiable(Every.Product)]
    public static double Error([Variable] ReadOnlySpan<double> camera, [Variable] ReadOnlySpan<double> points, ReadOnlySpan<double> seen)
    {
        ReadOnlySpan<double> rotation = camera[..3], translation = camera[3..6];
        double focal = camera[6], distortion = camera[7];
        double error = 0;
        for (int i = 0; i < points.Length / 3; i++)
        {
            (double x, double y, double z) = Rotate(rotation, points[3 * i], points[3 * i + 1], points[3 * i + 2]);
            x += translation[0];
            y += translation[1];
            z += translation[2];
            double u = x / z, v = y / z;
            double radius = u * u + v * v;
            double factor = focal * (1 + distortion * radius);
            double du = factor * u - seen[2 * i], dv = factor * v - seen[2 * i + 1];
            error += du * du + dv * dv;
        }

        return error / 2;
    }

    private static (double X, double Y, double Z) Rotate(ReadOnlySpan<double> axis, double x, double y, double z)
    {
        double a = axis[0], b = axis[1], c = axis[2];
        double square = a * a + b * b + c * c;
        if (square < 1e-12)
        {
            return (x + b * z - c * y, y + c * x - a * z, z + a * y - b * x);
        }

        double theta = Math.Sqrt(square);
        (double sin, double cos) = Math.SinCos(theta);
        (a, b, c) = (a / theta, b / theta, c / theta);
        double along = (a * x + b * y + c * z) * (1 - cos);
        return (x * cos + (b * z - c * y) * sin + a * along, y * cos + (c * x - a * z) * sin + b * along, z * cos + (a * y - b * x) * sin + c * along);
    }
}
