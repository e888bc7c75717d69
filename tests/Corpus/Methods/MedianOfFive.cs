using System;
using HessianGen;

namespace Corpus;

/// <summary>Squares of running medians of five by a sorting network of <c>ref</c> exchanges.</summary>
public static partial class MedianOfFive
{
    [Differentiable(Every.Product)]
    public static double SumOfSquares([Variable] ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i + 5 <= x.Length; i++)
        {
            double a = x[i], b = x[i + 1], c = x[i + 2], d = x[i + 3], e = x[i + 4];
            Order(ref a, ref b);
            Order(ref d, ref e);
            Order(ref a, ref d);
            Order(ref b, ref e);
            Order(ref b, ref c);
            Order(ref c, ref d);
            Order(ref b, ref c);
            sum += c * c;
        }

        return sum;
    }

    private static void Order(ref double low, ref double high)
    {
        if (low > high)
        {
            (low, high) = (high, low);
        }
    }
}
