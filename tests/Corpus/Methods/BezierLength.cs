using System;
using HessianGen;

namespace Corpus;

/// <summary>Length of a cubic Bézier curve as a polyline, points by de Casteljau's scheme on a struct with an implicit conversion from a tuple.</summary>
public static partial class BezierLength
{
    [Differentiable(Every.Product)]
    public static double Length([Variable] ReadOnlySpan<double> c, int pieces)
    {
        P before = (c[0], c[1]);
        double length = 0;
        for (int i = 1; i <= pieces; i++)
        {
            double t = (double)i / pieces;
            P here = Mix(
                Mix(Mix((c[0], c[1]), (c[2], c[3]), t), Mix((c[2], c[3]), (c[4], c[5]), t), t),
                Mix(Mix((c[2], c[3]), (c[4], c[5]), t), Mix((c[4], c[5]), (c[6], c[7]), t), t),
                t);
            length += double.Hypot(here.X - before.X, here.Y - before.Y);
            before = here;
        }

        return length;
    }

    private static P Mix(P a, P b, double t) => (a.X + t * (b.X - a.X), a.Y + t * (b.Y - a.Y));

    private record struct P(double X, double Y)
    {
        public static implicit operator P((double X, double Y) pair) => new(pair.X, pair.Y);
    }
}
