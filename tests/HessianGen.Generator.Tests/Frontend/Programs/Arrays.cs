using System;
using HessianGen;
using static Given;

/// <summary>Making, slicing, copying and overwriting arrays.</summary>
public static partial class Arrays
{
    [Differentiable]
    public static double CopyOverlap(ReadOnlySpan<double> x, int k)
    {
        double[] a = new double[x.Length];
        x.CopyTo(a);
        Span<double> s = a;
        s[..^k].CopyTo(s[k..]);
        double r = 0;
        for (int i = 0; i < s.Length; i++)
            r = r * 0.9 + s[i] * i;
        s[k..].CopyTo(s);
        for (int i = 0; i < s.Length; i++)
            r = r * 0.9 + s[i] * i;
        s.Slice(1, 2).Fill(7);
        a.AsSpan(0, 1).Clear();
        s.Reverse();
        Array.Copy(a, 0, a, 1, a.Length - 1);
        double[] b = a[1..];
        b[0] = 100;
        var c = s.ToArray();
        c[0] = 55;
        for (int i = 0; i < s.Length; i++)
            r = r * 0.9 + s[i] * i;
        return r + b[0] + b[^1] + c[0] + a.Length;
    }

    private static object[][] CopyOverlapArguments() => Many([V(10), 1], [V(10), 3], [V(10), 0], [V(5), 5], [V(5), 6], [V(2), 1], [V(3), -1]);

    [Differentiable]
    public static double Collections(double x, ReadOnlySpan<double> y)
    {
        double[] a = [x, 2, x * x];
        Span<double> b = [1, ..y, x, ..a];
        ReadOnlySpan<double> c = stackalloc double[]
        {
            1,
            x,
            3
        };
        double[] d =
        {
            5,
            x
        };
        int[] idx = [2, 0, 1];
        var e = new[]
        {
            x,
            4.0
        };
        ReadOnlySpan<int> f = stackalloc[]
        {
            1,
            2
        };
        double s = 0;
        foreach (double v in b)
            s = s * 1.1 + v;
        foreach (ref double v in b)
        {
            v *= 2;
        }

        foreach (int i in idx)
            s += a[i] * i;
        foreach (var v in b)
        {
            if (v > 3)
                break;
            s += v;
        }

        return s + c[1] * d[0] + e[0] + f[1] + Nodes[1] * x + Half + Sum(1, x, 3) + Sum();
    }

    private static object[][] CollectionsArguments() => Many([0.7, V(0)], [0.7, V(5)]);

    static readonly double[] Nodes =
    {
        0.25,
        0.5,
        0.75
    };
    static double Half => 2 * Quarter;

    static readonly double Quarter = 0.25;
    static double Sum(params double[] v)
    {
        double s = 0;
        foreach (double w in v)
            s += w;
        return s;
    }

    [Differentiable]
    public static double Spans(ReadOnlySpan<double> w, int n)
    {
        Span<double> all = stackalloc double[3 * n];
        Span<double> a = all[..n], b = all.Slice(n, n), c = all[(2 * n)..];
        for (int i = 0; i < n; i++)
        {
            a[i] = w[i];
            b[i] = a[n - 1 - i];
            c[i] = a[i] * b[i];
        }

        double s = 0;
        for (int i = 0; i < 3 * n; i++)
            s += all[i] * (i + 1);
        return s + Norm(c) + Norm(w[1..]) + w[^2];
    }

    private static object[][] SpansArguments() => Many([V(8), 8], [V(8), 3], [V(8), 9], [V(1), 0]);

    static double Norm(ReadOnlySpan<double> v)
    {
        double s = 0;
        foreach (var e in v)
            s += e * e;
        return Math.Sqrt(s);
    }

    [Differentiable]
    public static double WritesInput(double[] x, Span<double> y)
    {
        for (int i = 1; i < x.Length; i++)
            x[i] += x[i - 1] * 0.5;
        y[0] = x[^1];
        Scale(y, 2);
        return x[^1] + y[0] + y[^1];
    }

    private static object[][] WritesInputArguments() => Many([V(5), V(3)], [V(1), V(1)], [V(0), V(1)]);

    static void Scale(Span<double> v, double f)
    {
        for (int i = 0; i < v.Length; i++)
            v[i] *= f;
    }

    [Differentiable]
    public static double Rows(ReadOnlySpan<double> m, int n)
    {
        double[, ] a = new double[n, n];
        double[, ] l = new double[n, n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
            {
                a[i, j] = m[i * n + j] + m[j * n + i];
                if (i == j)
                    a[i, j] += 2 * n;
            }

        for (int i = 0; i < a.GetLength(0); i++)
            for (int j = 0; j <= i; j++)
            {
                double s = a[i, j];
                for (int k = 0; k < j; k++)
                    s -= l[i, k] * l[j, k];
                l[i, j] = i == j ? Math.Sqrt(s) : s / l[j, j];
            }

        double logdet = 0;
        for (int i = 0; i < n; i++)
            logdet += 2 * Math.Log(l[i, i]);
        return logdet + a.Length;
    }

    private static object[][] RowsArguments() => Many([V(16), 4], [V(1), 1], [V(9), 3]);

    [Differentiable]
    public static double HistoryRing(ReadOnlySpan<double> x)
    {
        double[] ring = new double[4];
        int head = 0;
        double s = 0;
        foreach (double v in x)
        {
            ring[head] = v;
            head = (head + 1) & 3;
            double m = 0;
            for (int k = 0; k < 4; k++)
                m += ring[(head + k) % 4] * (k + 1);
            s += m * m;
        }

        bool[] seen = new bool[3];
        int[] counts = new int[3];
        for (int i = 0; i < x.Length; i++)
        {
            seen[i % 3] |= x[i] > 0;
            counts[i % 3]++;
            counts[0] += i;
        }

        return s + (seen[0] ? 1 : 0) + counts[0] + counts[2];
    }

    private static object[][] HistoryRingArguments() => Many([V(0)], [V(3)], [V(10)]);

    [Differentiable]
    public static double SortNetwork(ReadOnlySpan<double> x)
    {
        Span<double> a = x.Length > 4 ? stackalloc double[8] : stackalloc double[4];
        x.CopyTo(a);
        for (int i = 1; i < a.Length; i++)
        {
            double v = a[i];
            int j = i - 1;
            while (j >= 0 && a[j] > v)
            {
                a[j + 1] = a[j];
                j--;
            }

            a[j + 1] = v;
        }

        for (int i = 0; i < a.Length - 1; i++)
            if (a[i] > 0.1)
                (a[i], a[i + 1]) = (a[i + 1], a[i]);
        double s = 0;
        foreach (double e in a)
            s = s * 1.01 + e;
        return s;
    }

    private static object[][] SortNetworkArguments() => Many([V(4)], [V(8)], [V(7)]);
}
