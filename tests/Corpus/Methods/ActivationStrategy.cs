using System;
using HessianGen;

namespace Corpus;

/// <summary>The activation as a type argument with static abstract members: a strategy that costs no call.</summary>
public static partial class ActivationStrategy
{
    private interface IActivation
    {
        static abstract double Of(double a);
    }

    private readonly struct Softsign : IActivation
    {
        public static double Of(double a) => a / (1 + Math.Abs(a));
    }

    private readonly struct Mish : IActivation
    {
        public static double Of(double a) => a * Math.Tanh(Math.Log(1 + Math.Exp(a)));
    }

    [Differentiable(Every.Product)]
    public static double Loss([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> x, bool smooth) =>
        smooth ? Summed<Mish>(w, x) : Summed<Softsign>(w, x);

    private static double Summed<TActivation>(ReadOnlySpan<double> w, ReadOnlySpan<double> x)
        where TActivation : IActivation
    {
        double sum = 0;
        for (int i = 0; i < w.Length; i++)
        {
            sum += TActivation.Of(w[i] * x[i] + 0.3);
        }

        return sum * sum;
    }
}
