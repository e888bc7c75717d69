using System;
using HessianGen;

namespace Corpus;

/// <summary>A sum whose terms are told apart by an enum of bytes, with guards, <c>continue</c> and a loop without a condition.</summary>
public static partial class KindedTerms
{
    private enum Kind : byte
    {
        Square = 1,
        Exponential,
        Scaling = 7,
    }

    [Differentiable(Every.Product)]
    public static double Sum([Variable] double[] x, [Variable] double t)
    {
        double sum = 0;
        for (int i = 0; ; i++)
        {
            if (i >= x.Length)
            {
                break;
            }

            switch (KindOf(i))
            {
                case Kind.Square when x[i] > t:
                    sum += x[i] * x[i];
                    continue;
                case Kind.Square:
                    sum -= x[i] * t;
                    break;
                case Kind.Exponential or Kind.Scaling when i > 100:
                    return sum;
                case Kind.Exponential:
                {
                    double growth = Math.Exp(x[i] * t);
                    sum += growth;
                    break;
                }

                default:
                    sum *= 1 + x[i] * 0.1;
                    continue;
            }

            sum += 0.1 * x[i] * x[i];
        }

        return sum * sum;
    }

    private static Kind KindOf(int i) => (i % 3) switch
    {
        0 => Kind.Square,
        1 => Kind.Exponential,
        _ => Kind.Scaling,
    };
}
