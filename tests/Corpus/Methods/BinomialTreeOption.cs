using System;
using HessianGen;

namespace Corpus;

/// <summary>A put on the tree of Cox, Ross and Rubinstein (1979), American or European: values overwritten from the leaves back.</summary>
public static partial class BinomialTreeOption
{
    [Differentiable(Every.Product)]
    public static double Put([Variable] double spot, [Variable] double volatility, [Variable] double rate, double strike, int steps, bool american)
    {
        double dt = 1.0 / steps;
        double up = Math.Exp(volatility * Math.Sqrt(dt)), growth = Math.Exp(rate * dt);
        double p = (growth - 1 / up) / (up - 1 / up);

        double[] value = new double[steps + 1];
        for (int i = 0; i <= steps; i++)
        {
            value[i] = Math.Max(0, strike - Price(i, steps));
        }

        for (int level = steps - 1; level >= 0; level--)
        {
            for (int i = 0; i <= level; i++)
            {
                double hold = (p * value[i + 1] + (1 - p) * value[i]) / growth;
                value[i] = american ? Math.Max(hold, strike - Price(i, level)) : hold;
            }
        }

        return value[0];

        double Price(int ups, int level) => spot * Math.Pow(up, 2 * ups - level);
    }
}
