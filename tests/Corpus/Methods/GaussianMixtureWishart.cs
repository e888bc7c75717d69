using System;
using HessianGen;

namespace Corpus;

/// <summary>Log posterior of a Gaussian mixture with an inverse Wishart prior on the factors of its precisions (ADBench, Šrajer, Kukelova and Fitzgibbon, 2018).</summary>
public static partial class GaussianMixtureWishart
{
    private const double Gamma = 1.0;
    private const int Excess = 0;

    [Differentiable(Every.Product)]
    public static double LogPosterior(
        [Variable] ReadOnlySpan<double> alphas, [Variable] ReadOnlySpan<double> means, [Variable] ReadOnlySpan<double> factors, ReadOnlySpan<double> x, int dimension)
    {
        int clusters = alphas.Length, points = x.Length / dimension, size = dimension * (dimension + 1) / 2;
        Span<double> term = stackalloc double[clusters];
        double result = 0;
        for (int i = 0; i < points; i++)
        {
            for (int k = 0; k < clusters; k++)
            {
                ReadOnlySpan<double> factor = factors.Slice(k * size, size);
                double logDeterminant = 0;
                for (int d = 0; d < dimension; d++)
                {
                    logDeterminant += factor[d];
                }

                term[k] = alphas[k] + logDeterminant
                    - 0.5 * Mahalanobis(factor, x.Slice(i * dimension, dimension), means.Slice(k * dimension, dimension));
            }

            result += Reductions.LogSumExp(term);
        }

        result -= points * Reductions.LogSumExp(alphas);
        for (int k = 0; k < clusters; k++)
        {
            result -= Prior(factors.Slice(k * size, size), dimension);
        }

        return result;
    }

    /// <summary>|L·(x − μ)|², the diagonal of L being exponentials, its strict lower triangle stored by columns.</summary>
    private static double Mahalanobis(ReadOnlySpan<double> factor, ReadOnlySpan<double> x, ReadOnlySpan<double> mean)
    {
        double sum = 0;
        for (int row = 0; row < x.Length; row++)
        {
            double y = Math.Exp(factor[row]) * (x[row] - mean[row]);
            for (int column = 0; column < row; column++)
            {
                int at = x.Length + column * (2 * x.Length - column - 1) / 2 + row - column - 1;
                y += factor[at] * (x[column] - mean[column]);
            }

            sum += y * y;
        }

        return sum;
    }

    private static double Prior(ReadOnlySpan<double> factor, int dimension)
    {
        double norm = 0, logDeterminant = 0;
        for (int d = 0; d < factor.Length; d++)
        {
            double entry = d < dimension ? Math.Exp(factor[d]) : factor[d];
            norm += entry * entry;
            logDeterminant += d < dimension ? factor[d] : 0;
        }

        return 0.5 * Gamma * Gamma * norm - Excess * logDeterminant;
    }
}
