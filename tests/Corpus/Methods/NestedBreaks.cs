using System;
using HessianGen;

namespace Corpus;

/// <summary>A <c>while</c> in a <c>for</c> in a <c>while</c>, left two levels at a time by a flag.</summary>
public static partial class NestedBreaks
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x)
    {
        double px = 0, py = 0;
        bool done = false;
        int round = 0;
        while (!done && round++ < 3)
        {
            for (int i = 0; i + 1 < x.Length; i += 2)
            {
                px += x[i] * (1 - py);
                py += x[i + 1] * px;
                int guard = 0;
                while (px * px + py * py > 1)
                {
                    px *= 0.6;
                    py = 0.7 * py + 0.05 * px;
                    if (++guard > 4)
                    {
                        done = true;
                        break;
                    }
                }

                if (done)
                {
                    break;
                }
            }
        }

        return px * py + px;
    }
}
