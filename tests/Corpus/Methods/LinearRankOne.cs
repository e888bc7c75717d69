using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 33: each residual is a multiple of one linear form.</summary>
public static partial class LinearRankOne
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] double[] x, int m)
    {
        double sum = 0;
        for (int i = 1; i <= m; i++)
        {
            double form = 0;
            for (int j = 1; j <= x.Length; j++)
            {
                form += j * x[j - 1];
            }

            double f = i * form - 1;
            sum += f * f;
        }

        return sum;
    }
}
