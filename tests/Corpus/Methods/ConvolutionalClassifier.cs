using System;
using HessianGen;

namespace Corpus;

/// <summary>Cross entropy of a small image classifier: 3×3 convolution, ReLU, 2×2 maximum pooling, dense layer, sigmoid; in two-dimensional arrays.</summary>
public static partial class ConvolutionalClassifier
{
    private const int Kernel = 3, Pool = 2;

    [Differentiable(Every.Product)]
    public static double Loss([Variable] double[] kernel, [Variable] double bias, [Variable] double[] dense, double[] pixels, int side, int[] labels)
    {
        int width = side - Kernel + 1, pooled = width / Pool;
        double[,] features = new double[width, width];
        double loss = 0;
        for (int image = 0; image < labels.Length; image++)
        {
            int origin = image * side * side;
            for (int row = 0; row < width; row++)
            {
                for (int column = 0; column < width; column++)
                {
                    double sum = bias;
                    for (int i = 0; i < Kernel; i++)
                    {
                        for (int j = 0; j < Kernel; j++)
                        {
                            sum += kernel[i * Kernel + j] * pixels[origin + (row + i) * side + column + j];
                        }
                    }

                    features[row, column] = sum > 0 ? sum : 0.01 * sum;
                }
            }

            double logit = dense[pooled * pooled];
            for (int row = 0; row < pooled; row++)
            {
                for (int column = 0; column < pooled; column++)
                {
                    double largest = features[Pool * row, Pool * column];
                    largest = Math.Max(largest, features[Pool * row, Pool * column + 1]);
                    largest = Math.Max(largest, features[Pool * row + 1, Pool * column]);
                    largest = Math.Max(largest, features[Pool * row + 1, Pool * column + 1]);
                    logit += dense[row * pooled + column] * largest * largest;
                }
            }

            loss += labels[image] == 1 ? Math.Log(1 + Math.Exp(-logit)) : Math.Log(1 + Math.Exp(logit));
        }

        return loss;
    }
}
