using System;
using HessianGen;

namespace Corpus;

/// <summary>Ratings as inner products of users' and items' factors, observed at pairs of indices (Koren, Bell and Volinsky, 2009).</summary>
public static partial class MatrixFactorisation
{
    [Differentiable(Every.Product)]
    public static double Loss(
        [Variable] ReadOnlySpan<double> users, [Variable] ReadOnlySpan<double> items, ReadOnlySpan<int> user, ReadOnlySpan<int> item,
        ReadOnlySpan<double> rating, double penalty, int rank)
    {
        double loss = 0;
        for (int k = 0; k < rating.Length; k++)
        {
            var (u, i) = (user[k] * rank, item[k] * rank);
            double error = rating[k], size = 0;
            for (int f = 0; f < rank; f++)
            {
                error -= users[u + f] * items[i + f];
                size += users[u + f] * users[u + f] + items[i + f] * items[i + f];
            }

            loss += error * error + penalty * size;
        }

        return loss;
    }
}
