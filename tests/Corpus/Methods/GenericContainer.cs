using System;
using System.Numerics;
using HessianGen;

namespace Corpus;

/// <summary>Helpers in a generic class with constants and static functions of its type argument.</summary>
public static partial class GenericContainer
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x, [Variable] double rate)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += Kernel<double>.Logistic(x[i], rate) * Kernel<double>.Two;
        }

        return sum + Kernel<int>.Two;
    }

    private static class Kernel<T>
        where T : INumber<T>
    {
        public static T Two => T.One + T.One;

        public static T Logistic(T x, T rate) => rate * x * (T.One - x) / (Two + T.Abs(x));
    }
}
