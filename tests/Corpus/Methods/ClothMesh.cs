using System;
using HessianGen;

namespace Corpus;

/// <summary>Membrane energy of a triangle mesh: areas by cross products of edges, against areas at rest.</summary>
public static partial class ClothMesh
{
    [Differentiable(Every.Product)]
    public static double Energy([Variable] ReadOnlySpan<double> vertices, ReadOnlySpan<int> triangles, ReadOnlySpan<double> rest)
    {
        double energy = 0;
        for (int t = 0; t < rest.Length; t++)
        {
            ReadOnlySpan<int> corner = triangles.Slice(3 * t, 3);
            ReadOnlySpan<double> a = vertices.Slice(3 * corner[0], 3), b = vertices.Slice(3 * corner[1], 3), c = vertices.Slice(3 * corner[2], 3);
            var (ux, uy, uz) = (b[0] - a[0], b[1] - a[1], b[2] - a[2]);
            var (vx, vy, vz) = (c[0] - a[0], c[1] - a[1], c[2] - a[2]);
            var normal = (X: uy * vz - uz * vy, Y: uz * vx - ux * vz, Z: ux * vy - uy * vx);
            double area = Math.Sqrt(normal.X * normal.X + normal.Y * normal.Y + normal.Z * normal.Z + 1e-4) / 2;
            energy += (area - rest[t]) * (area - rest[t]) / rest[t];
        }

        return energy;
    }
}
