using System;
using HessianGen;

namespace Corpus;

/// <summary>A convolution with two kernels, rectified, pooled by the maximum or the mean over squares, and a linear read-out.</summary>
public static partial class PooledConvolution
{
    [Differentiable(Every.Product)]
    public static double Score(
        [Variable] ReadOnlySpan<double> kernels, [Variable] ReadOnlySpan<double> biases, [Variable] ReadOnlySpan<double> readout,
        ReadOnlySpan<double> image, int side, bool byMaximum)
    {
        const int Size = 2, Pool = 2;
        int width = side - Size + 1;
        double[] map = new double[width * width];
        double score = readout[^1];
        for (int channel = 0; channel < biases.Length; channel++)
        {
            for (int row = 0; row < width; row++)
            {
                for (int column = 0; column < width; column++)
                {
                    double a = biases[channel];
                    for (int k = 0; k < Size * Size; k++)
                    {
                        a += kernels[channel * Size * Size + k] * image[(row + k / Size) * side + column + k % Size];
                    }

                    map[row * width + column] = Math.Max(0, a);
                }
            }

            double pooled = 0;
            for (int row = 0; row + Pool <= width; row += Pool)
            {
                for (int column = 0; column + Pool <= width; column += Pool)
                {
                    double best = double.NegativeInfinity, mean = 0;
                    for (int k = 0; k < Pool * Pool; k++)
                    {
                        double v = map[(row + k / Pool) * width + column + k % Pool];
                        best = Math.Max(best, v);
                        mean += v / (Pool * Pool);
                    }

                    pooled += byMaximum ? best : mean;
                }
            }

            score += readout[channel] * Math.Tanh(pooled);
        }

        return score * score;
    }
}
