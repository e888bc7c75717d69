using System;
using HessianGen;

namespace Corpus;

/// <summary><c>continue</c>, <c>break</c> and <c>return</c> in nested loops, by tests of data and of variables.</summary>
public static partial class EarlyExits
{
    [Differentiable(Every.Product)]
    public static double Utility([Variable] ReadOnlySpan<double> x, ReadOnlySpan<double> price, double limit, int patience)
    {
        double utility = 0, spent = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (price[i] > limit)
            {
                continue;
            }

            double weight = 1;
            for (int j = i; j >= 0; j--)
            {
                if (x[j] < 0 && price[j] < 0)
                {
                    break;
                }

                weight *= 1 + 0.1 * x[j] * x[i];
                if (i - j > patience)
                {
                    return utility + weight * spent;
                }
            }

            spent += weight * price[i] * x[i] * x[i];
            if (x[i] < 0 && i > 3 * patience)
            {
                utility -= Math.Sin(spent);
                break;
            }

            utility += Math.Tanh(x[i]) * weight;
        }

        return utility + 0.1 * spent * spent;
    }
}
