using System;
using HessianGen;

namespace Corpus;

/// <summary>Generic helpers of higher order: a map in place, and folds with lambdas and with a method of the framework.</summary>
public static partial class FoldedValues
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] double[] x, int k)
    {
        double[] y = [.. x];
        Map(y, v => v * v + k);
        double product = Fold(y, 1.0, (acc, v) => acc * (1 + 0.1 * v));
        double largest = Fold(y, double.NegativeInfinity, Math.Max);
        return product + Fold<double>(x, largest, static (acc, v) => acc + Math.Exp(-v * acc));
    }

    private static void Map<T>(Span<T> values, Func<T, T> f)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = f(values[i]);
        }
    }

    private static T Fold<T>(ReadOnlySpan<T> values, T start, Func<T, T, T> f)
    {
        T result = start;
        foreach (T v in values)
        {
            result = f(result, v);
        }

        return result;
    }
}
