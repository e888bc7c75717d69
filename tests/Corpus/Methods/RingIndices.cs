using System;
using HessianGen;

namespace Corpus;

/// <summary>A <c>do</c> loop with <c>continue</c>, and increments inside of index expressions.</summary>
public static partial class RingIndices
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x, int n)
    {
        double[] a = new double[8];
        int r = 0, w = 0, i = n;
        do
        {
            a[w++ & 7] = x[r++ % 4] + a[(w + 6) & 7];
            if ((r & 1) == 0)
            {
                continue;
            }

            a[--w & 7] *= x[r-- & 3];
            r += 2;
            w++;
        }
        while (i-- > 0);

        double sum = 0;
        foreach (ref double v in a.AsSpan())
        {
            v *= v;
            sum += v;
        }

        return sum + a[0];
    }
}
