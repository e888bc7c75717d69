using System;
using HessianGen;

namespace Corpus;

/// <summary>Minus log-likelihood of a linear state-space model by a Kalman filter over small matrices, multiplied by helpers that write to spans.</summary>
public static partial class MatrixKalmanFilter
{
    [Differentiable(Every.Product)]
    public static double NegativeLogLikelihood([Variable] double[] transition, [Variable] double[] logState, [Variable] double logNoise, double[] observed)
    {
        Span<double> state = stackalloc double[2], covariance = stackalloc double[4];
        Span<double> moved = stackalloc double[2], half = stackalloc double[4];
        covariance[0] = covariance[3] = 1;
        double result = 0;
        foreach (double y in observed)
        {
            Multiply(transition, state, moved, 2, 2, 1);
            moved.CopyTo(state);
            Multiply(transition, covariance, half, 2, 2, 2);
            for (int i = 0; i < 2; i++)
            {
                for (int j = 0; j < 2; j++)
                {
                    covariance[2 * i + j] = half[2 * i] * transition[2 * j] + half[2 * i + 1] * transition[2 * j + 1];
                }

                covariance[3 * i] += Math.Exp(logState[i]);
            }

            double variance = covariance[0] + Math.Exp(logNoise), innovation = y - state[0];
            result += 0.5 * (Math.Log(variance) + innovation * innovation / variance);
            double gain0 = covariance[0] / variance, gain1 = covariance[2] / variance;
            (double row0, double row1) = (covariance[0], covariance[1]);
            state[0] += gain0 * innovation;
            state[1] += gain1 * innovation;
            covariance[0] -= gain0 * row0;
            covariance[1] -= gain0 * row1;
            covariance[2] -= gain1 * row0;
            covariance[3] -= gain1 * row1;
        }

        return result;
    }

    private static void Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> product, int rows, int inner, int columns)
    {
        product.Clear();
        for (int i = 0; i < rows; i++)
        {
            for (int k = 0; k < inner; k++)
            {
                for (int j = 0; j < columns; j++)
                {
                    product[i * columns + j] += a[i * inner + k] * b[k * columns + j];
                }
            }
        }
    }
}
