using System;
using System.Numerics;
using HessianGen;
using static Given;

public readonly record struct Vec(double X, double Y)
{
    public double Norm => Math.Sqrt(X * X + Y * Y);

    public static Vec operator +(Vec a, Vec b) => new(a.X + b.X, a.Y + b.Y);
    public static Vec operator *(double s, Vec a) => new Vec(s * a.X, s * a.Y);
    public static Vec operator -(Vec a) => new(-a.X, -a.Y);
    public double Dot(Vec o) => X * o.X + Y * o.Y;
    public Vec Rotated(double t)
    {
        var (s, c) = Math.SinCos(t);
        return this with
        {
            X = c * X - s * Y,
            Y = s * X + c * Y
        };
    }
}

public struct State
{
    public double P;
    public double V { get; set; }

    public int Count;
    public State(double p)
    {
        P = p;
        V = 1;
        Count = 0;
    }

    public void Many(int n)
    {
        for (int i = 0; i < n; i++)
        {
            P += 0.01;
            V *= 0.9;
            if (V < -5)
                break;
        }
    }

    public void Kick(double f)
    {
        Many(2);
        V += f;
        Count++;
        if (P > 1)
        {
            P = 0;
            return;
        }

        P += V * 0.1;
    }
}

public struct Pair<T>
    where T : INumber<T>
{
    public T A, B;
    public T Sum() => A + B;
}

/// <summary>Tuples, records and structs.</summary>
public static partial class Values
{
    [Differentiable]
    public static double Tuples(double a, double b, int n)
    {
        (double p, double q) = (a, b);
        for (int i = 0; i < n; i++)
        {
            (p, q) = (q, p + q * 0.5);
            var (s, c) = Math.SinCos(p);
            p += s * c;
        }

        var t = Rotate(p, q, 0.3);
        t.X += 1;
        (double, int) u = (t.X, n);
        u.Item2++;
        return t.X * t.Y + u.Item1 * u.Item2;
    }

    private static object[][] TuplesArguments() => Many([0.3, 0.4, 0], [0.3, 0.4, 7]);

    static (double X, double Y) Rotate(double x, double y, double angle)
    {
        var (s, c) = Math.SinCos(angle);
        return (c * x - s * y, s * x + c * y);
    }

    [Differentiable]
    public static double StructLike(ReadOnlySpan<double> x)
    {
        var state = (Pos: 0.0, Vel: 1.0, Count: 0);
        foreach (double f in x)
        {
            state = Step(state, f, 0.1);
            if (state.Pos > 2)
            {
                state.Pos = 0;
                state.Count++;
            }
        }

        ((double a, double b), int c) = ((state.Pos, state.Vel), state.Count);
        return a + b * c;
    }

    private static object[][] StructLikeArguments() => Many([V(0)], [V(5)], [V(50)]);

    static void Count(ref int n) => n += 3;
    static (double, double, int) Step((double P, double V, int C) s, double f, double dt) => (s.P + dt * s.V, s.V + dt * f, s.C + 1);

    [Differentiable]
    public static double Records(ReadOnlySpan<double> x)
    {
        Vec p = new(x[0], x[1]), v = default;
        Vec best = new Vec(Y: 1, X: 2);
        for (int i = 0; i + 1 < x.Length; i += 2)
        {
            v += new Vec(x[i], x[i + 1]);
            p = p + 0.1 * v;
            if (p.Norm > 1)
                p = -p;
            if (p.Dot(v) > best.X)
                best = p;
            p = p.Rotated(0.1);
        }

        var (a, b) = p;
        return p.X + 2 * p.Y + v.Norm + best.X * best.Y + a * b;
    }

    private static object[][] RecordsArguments() => Many([V(2)], [V(8)], [V(21)]);

    [Differentiable]
    public static double Structs(ReadOnlySpan<double> x)
    {
        State s = new(0.5);
        State t = new State(0.1)
        {
            V = 3,
            Count = 2
        };
        State u;
        u.P = 1;
        u.Count = 4;
        u = s;
        u.V += 1;
        foreach (double f in x)
        {
            s.Kick(f);
            if (f > 0)
                t.Kick(s.P);
            s.V *= 0.99;
        }

        Pair<double> q = new()
        {
            A = s.P,
            B = t.P
        };
        return s.P + s.V * s.Count + t.P + t.V * t.Count + u.V + q.Sum() + Total(s, ref t) + t.P;
    }

    private static object[][] StructsArguments() => Many([V(0)], [V(8)], [V(30)]);

    static double Sum(ReadOnlySpan<double> v)
    {
        double s = 0;
        foreach (double e in v)
            s = s * 1.01 + e;
        return s;
    }

    static double Total(State a, ref State b)
    {
        b.P += 10;
        a.P = 100;
        return a.V;
    }
}
