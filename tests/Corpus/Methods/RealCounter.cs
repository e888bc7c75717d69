using System;
using HessianGen;

namespace Corpus;

/// <summary>Loops whose counters are real numbers, <c>long</c>s and bytes, counting up, down and in powers.</summary>
public static partial class RealCounter
{
    [Differentiable(Every.Product)]
    public static double Value(double a, double b)
    {
        double sum = 0;
        for (double t = 0; t < 1; t += 0.125)
        {
            sum += Math.Exp(-a * t) * Math.Cos(b * t);
        }

        for (long k = 3; k > 0; --k)
        {
            sum += b / (k + a);
        }

        for (byte power = 1; power <= 64; power *= 2)
        {
            sum *= 1 + b / power;
        }

        return sum;
    }
}
