using System;
using HessianGen;
using static Given;

public enum Mode : byte
{
    A,
    B = 3,
    C
}

/// <summary>Jumps, loops of every kind, switches and conditions.</summary>
public static partial class ControlFlow
{
    [Differentiable]
    public static double BreakSearch(ReadOnlySpan<double> x, double limit)
    {
        double s = 0;
        int k = 0;
        for (int i = 0; i < x.Length; i++)
        {
            s += x[i] * x[i];
            if (s > limit)
            {
                k = i;
                break;
            }

            if (x[i] < -0.5)
                continue;
            s += 0.1;
        }

        return s + k;
    }

    private static object[][] BreakSearchArguments() => Many([V(10), 1.0], [V(10), 100.0], [V(0), 1.0], [V(3), 0.0]);

    [Differentiable]
    public static double EarlyReturn(ReadOnlySpan<double> x)
    {
        if (x.Length == 0)
            return -1;
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = i + 1; j < x.Length; j++)
            {
                if (x[i] * x[j] < -0.3)
                    return x[i] - x[j];
                if (x[i] > 0.9)
                {
                    break;
                }
            }

            if (x[i] > 0.8)
                return x[i] * 10;
        }

        return x[^1];
    }

    private static object[][] EarlyReturnArguments() => Many([V(0)], [V(1)], [V(2)], [V(5)], [V(8)], [V(13)], [new double[] { 0.1, 0.95, 0.2 }], [new double[] { 0.1, 0.85, 0.2 }]);

    [Differentiable]
    public static double WhileConverge(double a)
    {
        double x = a;
        int n = 0;
        while (Math.Abs(x * x - a) > 1e-12 && n < 50)
        {
            x = 0.5 * (x + a / x);
            n++;
        }

        return x + n;
    }

    private static object[][] WhileConvergeArguments() => Many([2.0], [9.0], [1.0]);

    [Differentiable]
    public static double DoLoop(double a)
    {
        double err;
        int it = 0;
        do
        {
            double old = a;
            a = Math.Cos(a);
            err = Math.Abs(a - old);
            it += 2;
            if (it > 20)
                break;
        }
        while (err > 1e-3);
        return a * err + it;
    }

    private static object[][] DoLoopArguments() => Many([0.3], [0.739], [3.0]);

    [Differentiable]
    public static double WhilePost(ReadOnlySpan<double> x, int n)
    {
        double s = 0;
        int i = n;
        while (i-- > 0)
        {
            if (i == 3)
                continue;
            s += x[i] * i;
        }

        return s + i;
    }

    private static object[][] WhilePostArguments() => Many([V(10), 10], [V(10), 0], [V(2), 5], [V(4), 4]);

    [Differentiable]
    public static double SwitchStatement(ReadOnlySpan<double> x, int k, Mode mode)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
        {
            switch ((i + k) % 5)
            {
                case 0:
                    s += x[i];
                    break;
                case 1:
                case 2:
                    s -= 2 * x[i];
                    if (x[i] > 0.5)
                        break;
                    s += 1;
                    break;
                case 3 when mode == Mode.B:
                    s *= 1.5;
                    continue;
                default:
                    s += 0.5;
                    break;
            }

            s += 0.01;
        }

        return s + mode switch
        {
            Mode.A => 1,
            Mode.B => 2.5,
            _ => s * s
        };
    }

    private static object[][] SwitchStatementArguments() => Many([V(20), 0, 0], [V(20), 1, 3], [V(9), 3, 4], [V(0), 3, 4]);

    [Differentiable]
    public static double SwitchRelational(double x, int k)
    {
        double y = k switch
        {
            < 0 => -x,
            0 => 0,
            > 0 and < 10 => x * k,
            10 or 11 => Math.Sqrt(x * x + 1),
            _ => x * x
        };
        return y + (x switch
        {
            < -1 => 1,
            > 1 => x,
            _ => x * x * x
        }) + (k is> 3 and not 7 ? 1 : 0);
    }

    private static object[][] SwitchRelationalArguments() => Many([0.5, -1], [0.5, 0], [2.0, 5], [-2.0, 7], [0.3, 10], [0.4, 100]);

    [Differentiable]
    public static double CounterAfter(ReadOnlySpan<double> x)
    {
        int i, at = 0, down = 100;
        double s = 0;
        long big = 1;
        for (i = 0; i < x.Length - 1; i += 2)
        {
            s += x[i] * at;
            at += 3;
            down--;
            big *= 3;
        }

        int j = 0;
        for (; j < x.Length; ++j)
        {
            s += x[j];
            at++;
            for (int k = 0; k < 3; k++)
            {
                at += 2;
                s += at * 0.001;
            }
        }

        int q;
        for (q = 10; q >= 0; q -= 3)
        {
            s += q * at--;
        }

        int m = 0;
        for (int a = 0, b = x.Length - 1; a < b; a++, b--, m = a + b)
            s += x[a] * x[b];
        return s + i + at + down + j + q + m + big;
    }

    private static object[][] CounterAfterArguments() => Many([V(0)], [V(1)], [V(2)], [V(9)], [V(10)]);

    [Differentiable]
    public static double MultiBound(ReadOnlySpan<double> x, ReadOnlySpan<int> start)
    {
        double s = 0;
        int[] limit = [3, 4];
        for (int r = 0; r < start.Length - 1; r++)
            for (int k = start[r]; k < start[r + 1]; k++)
                s += x[k] * (r + 1);
        for (int i = 0; i < limit[0]; i++)
        {
            s += i;
            if (i == 1)
                limit[0] = 5;
        }

        int n = 4;
        for (int i = 0; i < n; i++)
        {
            s += x[0];
            if (i == 2 && n < 6)
                n++;
        }

        for (int i = 0; i < 10; i++)
        {
            if (i % 3 == 0)
                i++;
            s += i * x[1];
        }

        for (double t = 0; t < 1; t += 0.25)
            s += t * x[0];
        for (int i = 0; i != 5; i++)
            s += 1;
        for (int i = 1; i < 100; i *= 2)
            s += i;
        for (long i = 0; i < x.Length; i++)
            s += x[(int)i];
        for (byte i = 0; i < 5; i++)
            s += i;
        for (uint u = 0; u < 3; u++)
            s += x[(int)u];
        for (int i = 3; 0 < i; i--)
            s -= i;
        for (int i = 0; x.Length > i; i++)
            s += x[i];
        for (int i = 5; i-- > 0;)
            s += i;
        return s;
    }

    private static object[][] MultiBoundArguments() => Many([V(10), new[] { 0, 2, 5, 10 }], [V(3), new[] { 0, 0, 3 }], [V(2), new int[0]]);

    [Differentiable]
    public static double Nested(ReadOnlySpan<double> x, bool flag)
    {
        double best = double.NegativeInfinity;
        int arg = -1;
        bool any = false;
        for (int i = 0; i < x.Length; i++)
        {
            bool isBetter = x[i] > best;
            if (isBetter || (flag && i == 3))
            {
                best = x[i];
                arg = i;
                any = true;
            }
        }

        any |= flag;
        any &= arg >= 0;
        any ^= false;
        if (!any)
        {
            return 7;
        }
        else if (arg > 5)
            best *= 2;
        else
        {
            best += 1;
            if (flag)
            {
                best -= x[0];
            }
        }

        double c = best > 1 ? best < 2 ? 1 : best : flag ? x[0] : 0;
        return best + (any ? 1 : 0) + c + (arg > 0 && x[arg - 1] > 0 ? x[arg - 1] : 0) + (arg <= 0 || x[arg - 1] > 0 ? 1.0 : 2.0);
    }

    private static object[][] NestedArguments() => Many([V(0), true ], [V(0), false ], [V(9), true ], [V(9), false ], [V(4), true ], [V(20), false ], [V(1), false ]);

    [Differentiable]
    public static double Throws(ReadOnlySpan<double> x, int n)
    {
        if (n < 0)
            throw new ArgumentOutOfRangeException(nameof(n));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, x.Length);
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            if (x[i] > 0.99)
                throw new InvalidOperationException("too big");
            s += x[i];
        }

        s += n switch
        {
            0 => 1,
            1 => x[0],
            13 => throw new NotSupportedException(),
            _ => 3
        };
        if (n == 5)
        {
            s *= 2;
            throw new ArgumentException("five");
        }

        return n == 6 ? throw new ArgumentException("six") : s;
    }

    private static object[][] ThrowsArguments() => Many([V(20), -1], [V(3), 4], [V(4), 4], [V(20), 13], [V(6), 5], [V(6), 6], [V(1), 0], [V(1), 1], [new double[] { 0.995, 1 }, 1]);

    [Differentiable]
    public static double Operators(double x, in double y, int k = 3)
    {
        bool p = x > y, q = !p;
        bool r = p ^ q;
        r &= k > 2;
        r |= x == 0.25;
        return (p ? 1 : 0) + (r ? x : y) + (p & q | r ? 2 : 3) + ((k & 1) == 1 ? x : -x) + (x, y) switch
        {
            (> 0, > 0) => 1,
            (_, < 0) => x,
            _ => 0
        } + k switch
        {
            1 => 2.0,
            var z when z > 2 => z,
            _ => 0.1
        } + (k is 3 or 4 and > 2 ? 1 : 0) + Named(b: x, a: y);
    }

    private static object[][] OperatorsArguments() => Many([0.3, 0.4, 2], [-0.3, 0.4, 3], [0.25, -0.4, 1]);

    static double Named(double a, double b = 2, params double[] rest)
    {
        return a - 2 * b + rest.Length;
    }
}
