using System;
using System.Numerics;

namespace Corpus;

/// <summary>Generic helpers, for any kind of number.</summary>
internal static class Norms
{
    /// <summary>(Σ |xᵢ|ᵖ)^(1/p).</summary>
    public static T PNorm<T>(ReadOnlySpan<T> x, T p)
        where T : IFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        foreach (T v in x)
        {
            sum += T.Pow(T.Abs(v), p);
        }

        return T.Pow(sum, T.One / p);
    }

    public static T Mean<T>(ReadOnlySpan<T> x)
        where T : INumber<T>
    {
        T sum = T.Zero;
        foreach (T v in x)
        {
            sum += v;
        }

        return sum / T.CreateChecked(x.Length);
    }

    public static T Power<T>(T x, int exponent)
        where T : IMultiplyOperators<T, T, T>, IMultiplicativeIdentity<T, T>
    {
        T power = T.MultiplicativeIdentity;
        for (int i = 0; i < exponent; i++)
        {
            power *= x;
        }

        return power;
    }

    public static T Largest<T>(ReadOnlySpan<T> x)
        where T : INumber<T>
    {
        T largest = x[0];
        foreach (T v in x[1..])
        {
            largest = T.Max(largest, v * Power(v, 2));
        }

        return largest;
    }
}
