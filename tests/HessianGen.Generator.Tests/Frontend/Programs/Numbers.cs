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

/// <summary>Integers of every width, floats, mathematics, side effects in expressions.</summary>
public static partial class Numbers
{
    [Differentiable]
    public static double Integers(double x, int a, long b, uint c, byte d, short e, ulong f, sbyte g, ushort h)
    {
        int s = a;
        s += d;
        s -= e;
        s *= 3;
        s ^= g;
        s <<= 3;
        s >>= 1;
        s |= 5;
        s &= 0x7fffffff;
        s %= 1000;
        s = -s;
        s = ~s;
        long t = b * a + c - d;
        t <<= 35;
        t >>>= 3;
        t /= 7;
        uint u = c * 2654435761u;
        u ^= u >> 13;
        u = (uint)(u + e);
        u += (uint)a;
        byte v = d;
        v += 200;
        v++;
        v *= 3;
        v = (byte)(v << 1);
        v -= 77;
        short w = e;
        w *= 1000;
        w--;
        ulong z = f * 0x9E3779B97F4A7C15ul;
        z ^= z >> 31;
        z %= 1000003;
        sbyte y = (sbyte)(g * 2);
        y >>= 1;
        ushort q = (ushort)(h + 65000);
        q = (ushort)~q;
        int big = unchecked((int)4000000000u + a);
        return x * s + t % 1000 + u % 1000 + v + w + (double)z + y + q + big % 17 + (a > c ? 1 : 0) + (b < (long)(f % 10) ? 2 : 0) + (float)t * 1e-20 + (int)'a';
    }

    private static object[][] IntegersArguments() => Many([1.5, 3, 4L, 5u, (byte)100, (short)-300, 123456789012345ul, (sbyte)-128, (ushort)1000], [-0.5, -7, -40000000000L, 4000000000u, (byte)255, (short)32000, ulong.MaxValue, (sbyte)127, (ushort)65535], [0.0, int.MinValue, long.MaxValue, 0u, (byte)0, (short)0, 0ul, (sbyte)0, (ushort)0]);

    [Differentiable]
    public static double CheckedMath(double x, int a, int b)
    {
        checked
        {
            int c = a * b;
            c += a;
            byte d = (byte)(b & 0xff);
            d++;
            return x * c + d;
        }
    }

    private static object[][] CheckedMathArguments() => Many([1.5, 3, 4], [1.5, 100000, 100000], [1.0, 1, 255], [1.0, int.MaxValue, 1], [1.0, -5, 3]);

    [Differentiable]
    public static double Floats(double x, int n)
    {
        float f = (float)x;
        f *= 1.1f;
        f += n;
        float g = f / 3;
        double h = g * x;
        f += (float)h;
        g = MathF.Sqrt(MathF.Abs(f));
        f -= 0.1f * g;
        int i = (int)h;
        i += (int)(x * 3.7);
        i -= (int)g;
        n /= 2;
        x += n / 4;
        x += n / 4.0;
        return f + h + i + (1 / 2) + 1 / 2.0 + (float)(x / 3);
    }

    private static object[][] FloatsArguments() => Many([1.5, 3], [-2.7, 5], [1e10, 0], [double.NaN, 0], [-1e20, 7]);

    [Differentiable]
    public static double MathCalls(double x, double y, int n)
    {
        double s = Math.Max(x, y) + Math.Min(x, 0.5) + Math.Abs(y) + Math.Pow(x, 2) + Math.Pow(x, -3) + Math.Pow(x, 0) + Math.Pow(Math.Abs(x), 0.5) + Math.Pow(Math.Abs(x), y) + Math.Sign(x) + Math.Clamp(x, -0.5, 0.5) + double.Exp(x) + Math.Log(Math.Abs(x), 2);
        s += Math.Max(n, 3) + Math.Abs(n) + Math.Clamp(n, 0, 4) + Math.Sign(n) + Math.Min(n, -1) + int.Max(n, 2) + double.Abs(x) + Math.Cbrt(x) + Math.Atan2(x, y) + Math.FusedMultiplyAdd(x, y, 1) + Math.BigMul(n, n) + Math.Floor(x * 3) + Math.Round(y * 3) + (double.IsNaN(x) ? 1 : 0) + Math.E + Math.Tau + double.Sqrt(2);
        s += Math.MaxMagnitude(x, y) + Math.MinMagnitude(x, y) * 3 + Math.MaxMagnitude(x, -x) + Math.MinMagnitude(x, -x) * 2 + Math.CopySign(y, x) + double.Hypot(x, y) + (double.IsNegative(-0.0 * y) ? 1 : 0);
        s += x % 0.3 + -x % y;
        return s * MathF.PI + double.Epsilon + int.MaxValue;
    }

    private static object[][] MathCallsArguments() => Many([0.3, 0.4, 2], [-1.3, 0.4, -3], [2.0, -0.7, 5]);

    [Differentiable]
    public static double SideEffects(ReadOnlySpan<double> x)
    {
        int i = 0;
        double[] a = new double[4];
        double s = 0;
        a[i++] = x[i];
        a[i++] += x[i] * i;
        a[i] = a[i - 1] = i = 2;
        s += i++ + ++i;
        s -= i--;
        s += (i = 1) + i;
        double t;
        s += (t = x[0]) * t;
        a[i] += a[i] += 2;
        a[0] *= F(a);
        x = x[1..];
        s += x[0];
        bool b = i++ == 1 && i++ == 2 | i++ == 100 || i++ > 3;
        return s + a[0] + a[1] * 10 + a[2] * 100 + i + (b ? 1000 : 0) + x.Length;
    }

    private static object[][] SideEffectsArguments() => Many([V(5)], [V(2)], [V(3)]);

    static double F(double[] a)
    {
        a[0] = 5;
        return 3;
    }

    [Differentiable]
    public static float AllFloat(ReadOnlySpan<float> x, float a)
    {
        float s = 0;
        double d = 0;
        for (int i = 0; i < x.Length; i++)
        {
            s += MathF.Exp(x[i]) * a;
            d += x[i] * (double)a;
            s -= 0.1f * i;
            s *= 0.5f;
        }

        return s + (float)d + MathF.Pow(a, 3) + Gen.Soft(a);
    }

    private static object[][] AllFloatArguments() => Many([new float[] { 0.5f, -0.25f, 2f }, 0.3f]);

    [Differentiable]
    public static double Rounded([Variable] double x, float y) =>
        Math.Round(x, 2) + 10 * Math.Round(x, MidpointRounding.AwayFromZero) + 100 * Math.Round(x, 3, MidpointRounding.ToZero)
        + 1e4 * Math.Round(x, 1, MidpointRounding.AwayFromZero) + 1e6 * double.Round(x, MidpointRounding.ToNegativeInfinity)
        + 1e8 * Math.Round(x, MidpointRounding.ToPositiveInfinity) + MathF.Round(y, 2) + MathF.Round(y, 1, MidpointRounding.AwayFromZero);

    private static object[][] RoundedArguments() => Many([1.2345, 0.5f], [-2.5, 1.25f], [0.5, -0.05f], [1e17, 1e9f], [-0.4999999, 2.675f], [2.675, -1.5f], [double.NaN, 0f], [0.125, 0.125f]);

    [Differentiable]
    public static double Bits(double x, int n, ulong m) =>
        x + int.PopCount(n) + 100 * System.Numerics.BitOperations.PopCount(m) + 1e4 * System.Numerics.BitOperations.TrailingZeroCount(n)
        + (int.IsEvenInteger(n) ? 1e6 : 0) + (ulong.IsPow2(m) ? 1e7 : 0) + (int.IsPow2(n) ? 1e8 : 0) + (int.IsNegative(n) ? 1e9 : 0) + byte.PopCount((byte)n) * 1e10;

    private static object[][] BitsArguments() => Many([0.5, 0, 0UL], [0.5, 1, 1UL], [0.5, -1, ulong.MaxValue], [0.5, 12, 1UL << 40], [0.5, int.MinValue, 6UL], [0.5, 255, 0x0F0F0F0F0F0F0F0FUL]);

    [Differentiable]
    public static double Tests(double x, ReadOnlySpan<double> v, int n) =>
        (x is double.NaN ? 1 : 0) + (x is not double.NaN and > 0 ? 2 : 0) + (v is [] ? 4 : 0) + (v is [var a, .., var b] && a < b ? 8 : 0) + (v is [_, > 0, _] ? 16 : 0)
        + ((x, n) == (0.5, 3) ? 32 : 0) + ((n, x) != (3, 0.5f) ? 64 : 0);

    private static object[][] TestsArguments() => Many([double.NaN, V(3), 3], [0.5, V(0), 3], [0.5, V(1), 3], [0.5, V(2), 2], [-0.5, V(3), 3], [0.25, V(5), 1]);
}
