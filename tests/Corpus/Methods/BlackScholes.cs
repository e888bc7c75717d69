using System;
using HessianGen;

namespace Corpus;

/// <summary>The price of a European call or put; the normal distribution by a polynomial (Abramowitz and Stegun 26.2.17).</summary>
public static partial class BlackScholes
{
    [Differentiable(Every.Product)]
    public static double Price(double spot, double strike, double rate, double volatility, double years, bool call)
    {
        double deviation = volatility * Math.Sqrt(years);
        double d1 = (Math.Log(spot / strike) + (rate + 0.5 * volatility * volatility) * years) / deviation;
        double d2 = d1 - deviation;
        double discounted = strike * Math.Exp(-rate * years);
        if (call)
        {
            return spot * Normal(d1) - discounted * Normal(d2);
        }
        else
        {
            return discounted * Normal(-d2) - spot * Normal(-d1);
        }
    }

    private static double Normal(double x)
    {
        double t = 1 / (1 + 0.2316419 * Math.Abs(x));
        double polynomial = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double tail = Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI) * polynomial;
        return x >= 0 ? 1 - tail : tail;
    }
}
