using System;
using HessianGen;

namespace Corpus;

/// <summary>Every arm of a switch has arrays of its own, and the last a helper that returns early.</summary>
public static partial class BranchesWithArrays
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x, int kind)
    {
        switch (kind)
        {
            case 0:
            {
                double[] a = x.ToArray();
                for (int i = 1; i < a.Length; i++)
                {
                    a[i] *= a[i - 1];
                }

                return a[^1];
            }

            case 1:
            {
                Span<double> b = stackalloc double[x.Length];
                x.CopyTo(b);
                b.Reverse();
                for (int i = 1; i < b.Length; i++)
                {
                    b[i] += b[i - 1] * b[i];
                }

                return b[^1] * b[0];
            }

            default:
                return Helper(x) + Helper(x[..1]);
        }
    }

    private static double Helper(ReadOnlySpan<double> x)
    {
        if (x.Length < 2)
        {
            return x[0];
        }

        var c = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            c[i] = Math.Exp(x[i]) + (i > 0 ? c[i - 1] : 0);
        }

        return c[^1] * c[0];
    }
}
