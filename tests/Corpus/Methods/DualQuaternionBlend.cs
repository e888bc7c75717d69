using System;
using HessianGen;

namespace Corpus;

/// <summary>Skinning by a blend of two dual quaternions (Kavan and others, 2008): structs that hold structs.</summary>
public static partial class DualQuaternionBlend
{
    [Differentiable(Every.Product)]
    public static double Error([Variable] ReadOnlySpan<double> first, [Variable] ReadOnlySpan<double> second, ReadOnlySpan<double> weight, ReadOnlySpan<double> target)
    {
        Dual a = Dual.From(first), b = Dual.From(second);
        double error = 0;
        for (int i = 0; i < weight.Length; i++)
        {
            Dual blend = Dual.Blend(a, b, weight[i]);
            double length = blend.Real.Square + 0.5;
            double height = 2 * (blend.Real.A * blend.Moved.B - blend.Real.B * blend.Moved.A + blend.Real.C * blend.Moved.D - blend.Real.D * blend.Moved.C) / length;
            error += (height - target[i]) * (height - target[i]);
        }

        return error;
    }

    private readonly record struct Four(double A, double B, double C, double D)
    {
        public double Square => A * A + B * B + C * C + D * D;

        public static Four operator +(Four p, Four q) => new(p.A + q.A, p.B + q.B, p.C + q.C, p.D + q.D);

        public static Four operator *(double s, Four p) => new(s * p.A, s * p.B, s * p.C, s * p.D);
    }

    private readonly record struct Dual(Four Real, Four Moved)
    {
        public static Dual From(ReadOnlySpan<double> v) => new(new(1 + v[0], v[1], v[2], v[3]), new(v[4], v[5], v[6], v[7]));

        public static Dual Blend(Dual a, Dual b, double weight) => new((1 - weight) * a.Real + weight * b.Real, (1 - weight) * a.Moved + weight * b.Moved);
    }
}
