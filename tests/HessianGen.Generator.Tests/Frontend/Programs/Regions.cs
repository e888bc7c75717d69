using System;
using HessianGen;
using static Given;

/// <summary>Variables that hold one array now and another one later.</summary>
public static partial class Regions
{
    [Differentiable]
    public static double SwapBuffers(ReadOnlySpan<double> x, int steps)
    {
        int n = x.Length;
        double[] a = new double[n], b = new double[n];
        for (int i = 0; i < n; i++)
            a[i] = x[i];
        for (int t = 0; t < steps; t++)
        {
            for (int i = 0; i < n; i++)
                b[i] = 0.5 * a[i] + 0.25 * a[(i + 1) % n] + 0.1 * t;
            (a, b) = (b, a);
        }

        double s = 0;
        for (int i = 0; i < n; i++)
            s += a[i] * a[i] + 0.01 * b[i];
        return s;
    }

    private static object[][] SwapBuffersArguments() => Many([V(5), 0], [V(5), 1], [V(6), 4], [V(0), 3]);

    [Differentiable]
    public static double SpanSwap(ReadOnlySpan<double> x, int steps)
    {
        Span<double> cur = stackalloc double[x.Length];
        Span<double> next = stackalloc double[x.Length];
        x.CopyTo(cur);
        for (int t = 0; t < steps; t++)
        {
            Step(cur, next);
            Span<double> tmp = cur;
            cur = next;
            next = tmp;
        }

        return Sum(cur) + 0.1 * Sum(next);
    }

    private static object[][] SpanSwapArguments() => Many([V(5), 0], [V(5), 1], [V(6), 4], [V(1), 3]);

    static void Step(ReadOnlySpan<double> a, Span<double> b)
    {
        b[0] = a[0];
        for (int i = 1; i < a.Length; i++)
            b[i] = a[i] * 0.9 + a[i - 1] * a[i] * 0.1;
    }

    static double Sum(ReadOnlySpan<double> v)
    {
        double s = 0;
        foreach (double e in v)
            s = s * 1.01 + e;
        return s;
    }

    [Differentiable]
    public static double FreshEachTime(ReadOnlySpan<double> x, int steps)
    {
        double[] cur = x.ToArray();
        for (int t = 0; t < steps; t++)
        {
            double[] next = new double[cur.Length];
            for (int i = 0; i < next.Length; i++)
                next[i] += cur[next.Length - 1 - i] * 1.1 + t;
            cur = next;
        }

        return Sum(cur);
    }

    private static object[][] FreshEachTimeArguments() => Many([V(5), 0], [V(5), 1], [V(6), 4], [V(0), 3]);

    [Differentiable]
    public static double Functional(ReadOnlySpan<double> x, int steps)
    {
        double[] u = x.ToArray(), prev = x.ToArray();
        for (int t = 0; t < steps; t++)
        {
            double[] du = Rhs(u);
            double[] v = Axpy(u, du, 0.1);
            v = Axpy(v, prev, -0.01);
            prev = u;
            u = v;
        }

        return Sum(u) + Sum(prev);
    }

    private static object[][] FunctionalArguments() => Many([V(5), 0], [V(5), 1], [V(6), 4], [V(3), 7]);

    static double[] Rhs(double[] u)
    {
        var r = new double[u.Length];
        for (int i = 0; i < u.Length; i++)
            r[i] = -u[i] * u[i];
        return r;
    }

    static double[] Axpy(double[] a, double[] b, double h)
    {
        var r = new double[a.Length];
        for (int i = 0; i < a.Length; i++)
            r[i] = a[i] + h * b[i];
        return r;
    }

    [Differentiable]
    public static double Choice(ReadOnlySpan<double> x, ReadOnlySpan<double> y, bool c, int k)
    {
        ReadOnlySpan<double> z = c ? x : y;
        Span<double> p = new double[3], q = new double[4];
        for (int i = 0; i < p.Length; i++)
        {
            p[i] = z[i];
            q[i] = z[i] * 2;
        }

        Span<double> cur = k % 2 == 0 ? p : q;
        cur[0] += 5;
        for (int t = 0; t < k; t++)
        {
            Span<double> o = t % 3 == 0 ? p : q[..3];
            o[t % 3] *= cur[(t + 1) % 3];
            if (t == 4)
                cur = q;
        }

        if (c)
            cur = q;
        return Sum(p) + 10 * Sum(q) + cur.Length + cur[^1] + z.Length;
    }

    private static object[][] ChoiceArguments() => Many([V(5), V(6), true, 0], [V(5), V(6), false, 3], [V(5), V(7), false, 8], [V(3), V(3), true, 7]);

    [Differentiable]
    public static double Branches(ReadOnlySpan<double> x, int n)
    {
        double[] a;
        if (n > 3)
        {
            a = new double[n];
            a[0] = x[0];
        }
        else
        {
            a = new double[5];
            a[1] = x[1];
            for (int i = 0; i < 5; i++)
                a[i] += i;
        }

        double s = Sum(a) + a.Length;
        double[] b = n > 4 ? new double[7] : a;
        b[0] = 3;
        s += a[0] + b[0];
        Span<double> t = default;
        for (int i = 0; i < 3; i++)
        {
            t = new double[4];
            t[i] = x[i];
            s += Sum(t);
        }

        double[] last = new double[1];
        for (int i = 0; i < 3; i++)
        {
            if (x[i] > 0)
            {
                last = new double[2];
                last[1] = x[i];
            }
        }

        return s + last[^1];
    }

    private static object[][] BranchesArguments() => Many([V(5), 2], [V(5), 4], [V(5), 6]);

    [Differentiable]
    public static double PointerBump(ReadOnlySpan<double> w, int layers, int width)
    {
        Span<double> h = stackalloc double[width];
        Span<double> g = stackalloc double[width];
        h.Fill(1);
        for (int l = 0; l < layers; l++)
        {
            for (int i = 0; i < width; i++)
            {
                g[i] = Math.Tanh(w[i] * h[i] + w[width]);
            }

            w = w[(width + 1)..];
            g.CopyTo(h);
        }

        return Sum(h) + w.Length;
    }

    private static object[][] PointerBumpArguments() => Many([V(12), 3, 3], [V(12), 0, 3], [V(11), 3, 3]);

    [Differentiable]
    public static double PerSample(ReadOnlySpan<double> x, ReadOnlySpan<double> data)
    {
        double s = 0;
        for (int n = 0; n < data.Length; n++)
        {
            double[] a = new double[x.Length], b = new double[x.Length];
            a[0] = data[n];
            for (int t = 0; t < 3; t++)
            {
                for (int i = 0; i < a.Length; i++)
                    b[i] += a[i] * x[i] + 0.1;
                var c = a;
                a = b;
                b = c;
            }

            s += Sum(a) * Sum(b);
        }

        return s;
    }

    private static object[][] PerSampleArguments() => Many([V(3), V(4)], [V(1), V(4)], [V(2), V(0)]);

    [Differentiable]
    public static double SizesLater(ReadOnlySpan<double> x)
    {
        int n = x.Length;
        if (n < 3)
            n = 3;
        int m = n * 2 + 1;
        double[] a = new double[n];
        int k = m - n;
        double[] b = new double[k + n];
        x.CopyTo(a);
        x.CopyTo(b);
        for (int t = 0; t < 3; t++)
        {
            a[t % a.Length] += b[0];
            (a, b) = (b, a);
        }

        return Sum(a) - Sum(b) + a.Length;
    }

    private static object[][] SizesLaterArguments() => Many([V(1)], [V(3)], [V(10)]);

    [Differentiable]
    public static double LateArrays(ReadOnlySpan<double> x)
    {
        Span<double> t = default;
        double s = 0;
        for (int i = 0; i < 3; i++)
        {
            s += t.Length;
            if (i == 2)
                s += t[0];
            t = new double[4];
            t[i] = x[i];
            t[0] += 1;
            s += Sum(t);
        }

        double[] best = [];
        for (int i = 0; i < 4; i++)
        {
            var c = new double[2];
            c[0] = x[i];
            c[1] = i;
            if (best.Length == 0 || c[0] > best[0])
                best = c;
        }

        return s + best[0] * 10 + best[1] + t[1];
    }

    private static object[][] LateArraysArguments() => Many([V(4)], [V(6)], [V(11)]);

    [Differentiable]
    public static double IterationOverWhatIsReplaced(ReadOnlySpan<double> x)
    {
        double[] a = x.ToArray();
        double s = 0;
        foreach (double v in a)
        {
            a = Rhs(a);
            s = 0.5 * s + v;
            a[0] += (a = Rhs(a))[^1];
        }

        return s + Sum(a);
    }

    private static object[][] IterationOverWhatIsReplacedArguments() => Many([V(1)], [V(2)], [V(5)]);

    [Differentiable]
    public static double InitialisedAndSwapped(double x, double y, bool swap)
    {
        double[] a = new double[3];
        double[] b = [y, x, y];
        Span<double> c = stackalloc double[] { x, 2 };
        Span<double> d = [.. b, .. c];
        if (swap)
        {
            (a, b) = (b, a);
            Span<double> e = c;
            c = d;
            d = e;
        }

        return Sum(a) + 10 * Sum(b) + 100 * Sum(c) + 1000 * Sum(d);
    }

    private static object[][] InitialisedAndSwappedArguments() => Many([0.5, 2.0, true], [0.5, 2.0, false]);
}
