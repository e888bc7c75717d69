using System;
using HessianGen;

namespace Corpus;

/// <summary>Distances of skinned vertices from their goals: a chain of bones, each turned by three Euler angles against its parent, blended by weights (hand tracking of ADBench).</summary>
public static partial class HandSkinning
{
    [Differentiable(Every.Product)]
    public static double Error([Variable] ReadOnlySpan<double> angles, ReadOnlySpan<double> vertices, ReadOnlySpan<double> weights, ReadOnlySpan<double> goals)
    {
        const int Bones = 3;
        double[] pose = new double[12 * Bones];
        Span<double> local = stackalloc double[12];
        for (int bone = 0; bone < Bones; bone++)
        {
            Euler(angles.Slice(3 * bone, 3), local);
            local[3] = bone == 0 ? 0 : 0.5;
            Span<double> global = pose.AsSpan(12 * bone, 12);
            if (bone == 0)
            {
                local.CopyTo(global);
            }
            else
            {
                Compose(pose.AsSpan(12 * (bone - 1), 12), local, global);
            }
        }

        double error = 0;
        for (int v = 0; v < vertices.Length / 3; v++)
        {
            for (int row = 0; row < 3; row++)
            {
                double at = 0;
                for (int bone = 0; bone < Bones; bone++)
                {
                    Span<double> m = pose.AsSpan(12 * bone + 4 * row, 4);
                    at += weights[3 * v + bone] * (m[0] * vertices[3 * v] + m[1] * vertices[3 * v + 1] + m[2] * vertices[3 * v + 2] + m[3]);
                }

                error += (at - goals[3 * v + row]) * (at - goals[3 * v + row]);
            }
        }

        return error;
    }

    /// <summary>A rotation about x, then y, then z, as the left part of a 3 x 4 matrix.</summary>
    private static void Euler(ReadOnlySpan<double> angle, Span<double> m)
    {
        (double sx, double cx) = Math.SinCos(angle[0]);
        (double sy, double cy) = Math.SinCos(angle[1]);
        (double sz, double cz) = Math.SinCos(angle[2]);
        m.Clear();
        (m[0], m[1], m[2]) = (cy * cz, sx * sy * cz - cx * sz, cx * sy * cz + sx * sz);
        (m[4], m[5], m[6]) = (cy * sz, sx * sy * sz + cx * cz, cx * sy * sz - sx * cz);
        (m[8], m[9], m[10]) = (-sy, sx * cy, cx * cy);
    }

    private static void Compose(ReadOnlySpan<double> parent, ReadOnlySpan<double> child, Span<double> result)
    {
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 4; j++)
            {
                double sum = j == 3 ? parent[4 * i + 3] : 0;
                for (int k = 0; k < 3; k++)
                {
                    sum += parent[4 * i + k] * child[4 * k + j];
                }

                result[4 * i + j] = sum;
            }
        }
    }
}
