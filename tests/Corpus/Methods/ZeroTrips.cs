using HessianGen;

namespace Corpus;

/// <summary>Loops that may make no trip at all, up and down, with bounds from <c>int</c> and <c>long</c> parameters.</summary>
public static partial class ZeroTrips
{
    [Differentiable(Every.Product)]
    public static double Value(double x, double y, int from, int to, long stride)
    {
        double product = x;
        for (int i = from; i < to; i++)
        {
            for (long j = i; j >= from; j -= stride)
            {
                product *= 1 + 0.125 * y / (1 + j * j);
            }
        }

        double sum = y;
        for (int i = to; i <= from; i += 2)
        {
            sum += x * sum / (2 + i);
        }

        return product * sum;
    }
}
