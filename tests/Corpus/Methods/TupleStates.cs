using System;
using HessianGen;

namespace Corpus;

/// <summary>Real numbers, a flag and a count carried together through a helper that returns them as a tuple.</summary>
public static partial class TupleStates
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x, [Variable] double p)
    {
        double level = 0, slope = p;
        int up = 0;
        bool rising = false;
        foreach (double v in x)
        {
            (level, slope, rising, up) = Next(level, slope, v, up, rising);
        }

        return rising ? level * slope : level - slope * up;
    }

    private static (double Level, double Slope, bool Rising, int Up) Next(double level, double slope, double v, int up, bool was)
    {
        double miss = v - level - slope;
        bool rising = miss > 0;
        return (level + slope + 0.5 * miss, slope + 0.1 * miss * (was ? 2 : 1), rising, rising == was ? up + 1 : 0);
    }
}
