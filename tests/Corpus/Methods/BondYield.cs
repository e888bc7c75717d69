using System;
using HessianGen;

namespace Corpus;

/// <summary>The yield at which a bond has its price, by Newton's method: an implicit function of coupon and price.</summary>
public static partial class BondYield
{
    [Differentiable(Every.Product)]
    public static double Yield(double coupon, double price, int years)
    {
        double yield = 0.05;
        for (int iteration = 0; iteration < 30; iteration++)
        {
            double discount = 1 / (1 + yield), factor = 1, value = -price, slope = 0;
            for (int t = 1; t <= years; t++)
            {
                factor *= discount;
                double payment = t == years ? 1 + coupon : coupon;
                value += payment * factor;
                slope -= t * payment * factor * discount;
            }

            double step = value / slope;
            yield -= step;
            if (Math.Abs(step) < 1e-14)
            {
                break;
            }
        }

        return yield;
    }
}
