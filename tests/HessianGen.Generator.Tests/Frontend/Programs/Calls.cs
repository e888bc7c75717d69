using System;
using System.Numerics;
using HessianGen;
using static Given;

public static class Gen
{
    public static T Dot<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : INumber<T>
    {
        T s = T.Zero;
        for (int i = 0; i < a.Length; i++)
            s += a[i] * b[i];
        return s;
    }

    public static T Soft<T>(T x)
        where T : IFloatingPointIeee754<T> => x > T.Zero ? T.Log(T.One + T.Exp(-x)) + x : T.Log(T.One + T.Exp(x)) * T.CreateChecked(0.5);
    public static T Max<T>(T a, T b)
        where T : IComparisonOperators<T, T, bool> => a > b ? a : b;
    public static T Mid<T>(T[] v)
    {
        return v[v.Length / 2];
    }
}

/// <summary>Helpers of every kind, inlined.</summary>
public static partial class Calls
{
    [Differentiable]
    public static double RefOut(ReadOnlySpan<double> x)
    {
        double s = 0, t;
        int count = 0;
        Span<double> buf = new double[x.Length + 1];
        for (int i = 0; i < x.Length; i++)
        {
            Add(ref s, x[i], out t);
            buf[i] = t;
            Add(ref buf[i], s, out double w);
            s += w * 0.1;
            Count(ref count);
            Swap(ref buf[i], ref buf[i + 1]);
        }

        if (TryHalf(s, out var half) && half > 0.1)
            s += half;
        return s + buf[0] + count;
    }

    private static object[][] RefOutArguments() => Many([V(0)], [V(1)], [V(7)], [V(12)]);

    static void Add(ref double a, in double b, out double old)
    {
        old = a;
        a += b;
    }

    static void Count(ref int n) => n += 3;
    static void Swap(ref double a, ref double b)
    {
        (a, b) = (b, a);
    }

    static bool TryHalf(double v, out double h)
    {
        if (v < 0)
        {
            h = 0;
            return false;
        }

        h = v / 2;
        return true;
    }

    [Differentiable]
    public static double LocalFunctions(ReadOnlySpan<double> x, double scale)
    {
        double total = 0;
        int calls = 0;
        for (int i = 0; i < x.Length; i++)
        {
            Accumulate(x[i]);
            if (F(x[i]) > 1)
                total -= F(x[i]);
        }

        return total + calls;
        void Accumulate(double v)
        {
            if (v < 0)
            {
                calls++;
                return;
            }

            total += F(v);
        }

        double F(double v) => v * scale + Pow3(v);
        static double Pow3(double v) => Math.Pow(v, 3);
    }

    private static object[][] LocalFunctionsArguments() => Many([V(11), 2.0], [V(3), 0.1]);

    static double F(double[] a)
    {
        a[0] = 5;
        return 3;
    }

    [Differentiable]
    public static double Generics(ReadOnlySpan<double> x, double[] y)
    {
        float f = (float)x[0];
        return Gen.Dot(x, y) + Gen.Soft(x[1]) + Gen.Soft(-x[1]) + Gen.Soft(f) + Gen.Max(x[0], 0.1) + Gen.Max(3, 4) + Gen.Mid(y) + Gen.Dot<int>([1, 2], [3, 4]);
    }

    private static object[][] GenericsArguments() => Many([V(3), V(3)], [V(7), V(7)]);

    [Differentiable]
    public static double Lambdas(double a, double b, int n)
    {
        Func<double, double> f = x => x * x * a + b;
        double g(double x) => Math.Sin(x) * a;
        double s = Simpson(f, 0, b, n) + Simpson(g, 0, 1, n) + Simpson(Math2, 0, 1, n) + f(2) + Simpson(x => f(x) + 1, 0, 1, n);
        Func<double, double, double> h = (x, y) =>
        {
            double z = x;
            for (int i = 0; i < n; i++)
                z = z * y + 1;
            return z;
        };
        return s + h(a, b) + h(0.5, a);
    }

    private static object[][] LambdasArguments() => Many([0.3, 0.4, 2], [0.3, 1.4, 10]);

    static double Simpson(Func<double, double> f, double lo, double hi, int n)
    {
        double h = (hi - lo) / n, s = f(lo) + f(hi);
        for (int i = 1; i < n; i++)
            s += (i % 2 == 1 ? 4 : 2) * f(lo + i * h);
        return s * h / 3;
    }

    static double Math2(double x) => x * Math.Exp(-x);

    [Differentiable]
    public static double LocalFunctionsInsideLoopsAndSwitches(double x, int n)
    {
        double total = 0;
        for (int i = 0; i < n; i++)
        {
            Add(x);
            switch (i % 3)
            {
                case 0:
                    Twice();
                    break;
                default:
                    void Twice()
                    {
                        Add(i);
                        Add(i);
                    }

                    break;
            }

            void Add(double v) => total += v * (i + 1);
        }

        return total;
    }

    private static object[][] LocalFunctionsInsideLoopsAndSwitchesArguments() => Many([0.5, 0], [0.5, 1], [0.5, 7]);
}
