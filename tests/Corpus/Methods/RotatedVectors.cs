using System;
using HessianGen;

namespace Corpus;

/// <summary>Vectors and a matrix as record structs: operators, an indexer, a hand-written deconstruction.</summary>
public static partial class RotatedVectors
{
    private readonly record struct Vector(double X, double Y, double Z)
    {
        public double this[int axis] => axis switch { 0 => X, 1 => Y, _ => Z };

        public static Vector operator -(Vector a, Vector b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

        public static double operator *(Vector a, Vector b) => a.X * b.X + a.Y * b.Y + a.Z * b.Z;

        public Vector Cross(in Vector b) => new(Y * b.Z - Z * b.Y, Z * b.X - X * b.Z, X * b.Y - Y * b.X);

        public void Deconstruct(out double first, out double second)
        {
            first = X;
            second = Y;
        }
    }

    private readonly record struct Matrix(Vector Row0, Vector Row1, Vector Row2)
    {
        public static Matrix AboutZ(double angle) => new(new(Math.Cos(angle), -Math.Sin(angle), 0), new(Math.Sin(angle), Math.Cos(angle), 0), new(0, 0, 1));

        public static Vector operator *(Matrix m, Vector v) => new(m.Row0 * v, m.Row1 * v, m.Row2 * v);
    }

    [Differentiable(Every.Product)]
    public static double Form([Variable] ReadOnlySpan<double> a, [Variable] ReadOnlySpan<double> t)
    {
        Vector v = new(a[0], a[1], a[2]), axis = new(t[0], t[1], t[2]);
        Vector w = Matrix.AboutZ(t[0]) * v;
        var (p, q) = w.Cross(axis);
        double weighted = 0;
        for (int i = 0; i < 3; i++)
        {
            weighted += w[i] * (i + 1);
        }

        return p * q + weighted + (w - v) * v;
    }
}
