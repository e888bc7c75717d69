using System;
using HessianGen;

namespace Corpus;

/// <summary>Sum of the entries of exp A by Taylor's series, powers in two arrays that change roles.</summary>
public static partial class MatrixExponential
{
    [Differentiable(Every.Product)]
    public static double Sum([Variable] ReadOnlySpan<double> a, int n, int order)
    {
        double[] power = new double[n * n], product = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            power[i * n + i] = 1;
        }

        double sum = n;
        for (int k = 1; k <= order; k++)
        {
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    double entry = 0;
                    for (int m = 0; m < n; m++)
                    {
                        entry += power[i * n + m] * a[m * n + j];
                    }

                    product[i * n + j] = entry / k;
                    sum += product[i * n + j];
                }
            }

            (power, product) = (product, power);
        }

        return sum * sum;
    }
}
