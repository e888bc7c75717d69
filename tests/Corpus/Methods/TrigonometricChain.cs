using System;
using HessianGen;

namespace Corpus;

/// <summary>Sines, cosines and exponentials of neighbours in a ring of variables: <c>sin</c> and <c>cos</c> of shared arguments.</summary>
public static partial class TrigonometricChain
{
    [Differentiable(Every.Product)]
    public static double Value(ReadOnlySpan<double> x)
    {
        if (x.Length == 0)
        {
            return 0;
        }

        double f = Math.Exp(Math.Sin(x[0] * x[^1]));
        for (int i = 0; i + 1 < x.Length; ++i)
        {
            f += Math.Sin(x[i] * x[i + 1]) * Math.Exp(-0.1 * x[i] * x[i]) + Math.Cos(x[i] + 2.0 * x[i + 1]);
        }

        return f;
    }
}
