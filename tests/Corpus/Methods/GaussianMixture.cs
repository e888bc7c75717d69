using System;
using HessianGen;

namespace Corpus;

/// <summary>
/// The log-likelihood of a Gaussian mixture with inverse covariance factors (ADBench's GMM, Wishart prior without its
/// constant): weights α, means μ, and per component the logarithms of the diagonal followed by the strict lower triangle.
/// </summary>
public static partial class GaussianMixture
{
    [Differentiable(Every.Product)]
    public static double LogLikelihood(
        [Variable] ReadOnlySpan<double> alpha,
        [Variable] ReadOnlySpan<double> mu,
        [Variable] ReadOnlySpan<double> factors,
        ReadOnlySpan<double> x,
        int d)
    {
        int components = alpha.Length;
        int stride = d * (d + 1) / 2;
        int count = x.Length / d;
        double[] diagonal = new double[components * d];
        double[] logDeterminant = new double[components];
        for (int k = 0; k < components; k++)
        {
            for (int i = 0; i < d; i++)
            {
                double q = factors[k * stride + i];
                logDeterminant[k] += q;
                diagonal[k * d + i] = Math.Exp(q);
            }
        }

        double[] term = new double[components];
        double[] centred = new double[d];
        double[] scaled = new double[d];
        double result = 0;
        for (int n = 0; n < count; n++)
        {
            for (int k = 0; k < components; k++)
            {
                for (int i = 0; i < d; i++)
                {
                    centred[i] = x[n * d + i] - mu[k * d + i];
                    scaled[i] = diagonal[k * d + i] * centred[i];
                }

                int at = k * stride + d;
                for (int i = 0; i < d; i++)
                {
                    for (int j = i + 1; j < d; j++)
                    {
                        scaled[j] += factors[at] * centred[i];
                        at++;
                    }
                }

                double square = 0;
                foreach (double s in scaled)
                {
                    square += s * s;
                }

                term[k] = alpha[k] + logDeterminant[k] - 0.5 * square;
            }

            result += Reductions.LogSumExp(term);
        }

        double prior = 0;
        for (int k = 0; k < components; k++)
        {
            for (int i = 0; i < d; i++)
            {
                prior += 0.5 * diagonal[k * d + i] * diagonal[k * d + i];
            }

            for (int i = d; i < stride; i++)
            {
                prior += 0.5 * factors[k * stride + i] * factors[k * stride + i];
            }
        }

        return result - count * Reductions.LogSumExp(alpha) + prior;
    }
}
