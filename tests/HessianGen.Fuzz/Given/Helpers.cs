using System;

namespace Given;

/// <summary>What random programs call and are made of. <c>real</c>, <c>Maths</c> and the suffix <c>R</c> stand for one precision.</summary>
public static class Helpers
{
    public static int Wrap(int i, int length) => (int)((uint)i % (uint)length);

    public static real Leave(real a, int k)
    {
        if (k < 0) return -a;
        for (int i = 0; i < 3; i++)
        {
            if (i == k) return a * i;
            a = Maths.Sin(a + 0.5R);
        }

        return a;
    }

    public static real Halve(real a, int k)
    {
        real s = 0;
        while (k > 0)
        {
            s += a;
            k /= 2;
            if (s > 2) break;
        }

        return s;
    }

    public static real Accumulate(ref real a, real b)
    {
        real old = a;
        if (b > 1)
        {
            a = b * 0.5R;
            return old;
        }

        a = Maths.Tanh(a + b);
        return old - b;
    }

    public static void Split(real a, out real even, out real odd)
    {
        even = Maths.Cos(a);
        odd = Maths.Sin(even + a);
    }

    public static bool Try(real a, int k, out real root)
    {
        root = a;
        if (k < 1) return false;
        root = Maths.Sqrt(1 + a * a);
        return true;
    }

    public static void Exchange(ref real a, ref real b) => (a, b) = (b, a);

    public static real[] Map(real[] a, real f)
    {
        real[] r = new real[a.Length];
        for (int i = 0; i < a.Length; i++) r[i] = a[a.Length - 1 - i] * 0.5R + f;
        return r;
    }

    public static void Scale(Span<real> a, real f)
    {
        for (int i = 0; i < a.Length; i++) a[i] *= f;
    }

    public static void Smooth(Span<real> a)
    {
        for (int i = 1; i < a.Length; i++) a[i] = 0.5R * (a[i] + a[i - 1]);
    }

    public static real Dot(ReadOnlySpan<real> a, ReadOnlySpan<real> b)
    {
        real s = 0;
        for (int i = 0; i < Math.Min(a.Length, b.Length); i++) s += a[i] * b[i];
        return s;
    }

    public static real Norm(ReadOnlySpan<real> a)
    {
        real s = 1;
        foreach (real e in a) s += e * e;
        return Maths.Sqrt(s);
    }

    public static (real Radius, real Angle) Polar(real x, real y) => (Maths.Sqrt(1 + x * x + y * y), Maths.Atan2(y, 1.5R + x * x));

    public static real Simpson(Func<real, real> f, real to)
    {
        const int n = 4;
        real s = f(0) + f(to);
        for (int i = 1; i < n; i++) s += (i % 2 == 0 ? 2 : 4) * f(to * i / n);
        return s * to / (3 * n);
    }

    private static readonly real[] Nodes = [0.25R, -0.5R, 0.75R];

    public static real Node(int i) => Nodes[Wrap(i, 3)];

    public static real Affine(real t, real slope = 0.5R, real offset = -0.25R) => slope * t + offset;

    public static real Mean(params real[] terms)
    {
        real s = 0;
        foreach (real t in terms) s += t;
        return s / terms.Length;
    }

    public static T Blend<T>(T a, T b, T t) where T : System.Numerics.INumber<T> => a + (b - a) * t;
}
