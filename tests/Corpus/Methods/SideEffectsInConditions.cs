using System;
using HessianGen;

namespace Corpus;

/// <summary>Helpers with side effects on both sides of short circuits.</summary>
public static partial class SideEffectsInConditions
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x)
    {
        double sum = 0;
        int calls = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (i > 0 && Test(x[i], ref calls, ref sum) || i % 2 == 0 && Test(-x[i], ref calls, ref sum))
            {
                sum += x[i] * calls;
            }
        }

        return sum * sum + calls;
    }

    private static bool Test(double v, ref int calls, ref double sum)
    {
        calls++;
        sum += 0.1 * v * v;
        return v > 0;
    }
}
