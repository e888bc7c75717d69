using System;
using HessianGen;

namespace Corpus;

/// <summary>Ackley's function (1987): a root of a mean inside an exponential.</summary>
public static partial class Ackley
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] params double[] x)
    {
        double squares = 0, cosines = 0;
        foreach (var v in x)
        {
            squares += v * v;
            cosines += Math.Cos(Math.Tau * v);
        }

        return -20 * Math.Exp(-0.2 * Math.Sqrt(squares / x.Length)) - Math.Exp(cosines / x.Length) + 20 + Math.E;
    }
}
