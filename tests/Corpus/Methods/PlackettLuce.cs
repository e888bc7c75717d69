using System;
using HessianGen;

namespace Corpus;

/// <summary>Minus the log-likelihood of rankings: at each place the chosen one against all that are left (Plackett, 1975).</summary>
public static partial class PlackettLuce
{
    [Differentiable(Every.Product)]
    public static double NegativeLogLikelihood([Variable] ReadOnlySpan<double> strength, ReadOnlySpan<int> rankings)
    {
        int items = strength.Length;
        double result = 0.01 * strength[0] * strength[0];
        for (int start = 0; start < rankings.Length; start += items)
        {
            double left = 0;
            for (int place = items - 1; place >= 0; place--)
            {
                double s = strength[rankings[start + place]];
                left += Math.Exp(s);
                result += Math.Log(left) - s;
            }
        }

        return result;
    }
}
