using System;
using HessianGen;

namespace Corpus;

/// <summary>Squared distances between vectors turned by a quaternion and their goals; the quaternion is a record struct with a product and a conjugate.</summary>
public static partial class QuaternionAlignment
{
    [Differentiable(Every.Product)]
    public static double Distance([Variable] ReadOnlySpan<double> q, ReadOnlySpan<double> from, ReadOnlySpan<double> to)
    {
        var rotation = new Quaternion(1 + q[0], q[1], q[2], q[3]).Normalised();
        double sum = 0;
        for (int i = 0; i < from.Length; i += 3)
        {
            var turned = rotation * new Quaternion(0, from[i], from[i + 1], from[i + 2]) * ~rotation;
            sum += Math.Pow(turned.X - to[i], 2) + Math.Pow(turned.Y - to[i + 1], 2) + Math.Pow(turned.Z - to[i + 2], 2);
        }

        return sum;
    }

    private readonly record struct Quaternion(double W, double X, double Y, double Z)
    {
        private double Norm => Math.Sqrt(W * W + X * X + Y * Y + Z * Z);

        public Quaternion Normalised()
        {
            double norm = Norm;
            return new(W / norm, X / norm, Y / norm, Z / norm);
        }

        public static Quaternion operator ~(Quaternion q) => q with { X = -q.X, Y = -q.Y, Z = -q.Z };

        public static Quaternion operator *(Quaternion a, Quaternion b) => new(
            W: a.W * b.W - a.X * b.X - a.Y * b.Y - a.Z * b.Z,
            X: a.W * b.X + a.X * b.W + a.Y * b.Z - a.Z * b.Y,
            Y: a.W * b.Y - a.X * b.Z + a.Y * b.W + a.Z * b.X,
            Z: a.W * b.Z + a.X * b.Y - a.Y * b.X + a.Z * b.W);
    }
}
