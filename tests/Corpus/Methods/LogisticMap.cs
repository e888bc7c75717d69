using HessianGen;

namespace Corpus;

/// <summary>x ← r·x·(1 − x), iterated: a scalar recurrence whose every step needs the value that it overwrites.</summary>
public static partial class LogisticMap
{
    [Differentiable(Every.Product)]
    public static double Iterate(double r, double x, int steps)
    {
        double mean = 0.0;
        for (int k = 0; k < steps; k++)
        {
            x = r * x * (1 - x);
            mean += x;
        }

        return steps == 0 ? x : x + mean / steps;
    }
}
