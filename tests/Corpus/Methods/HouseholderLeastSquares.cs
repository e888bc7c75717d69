using System;
using HessianGen;

namespace Corpus;

/// <summary>Squared residual of a least-squares problem by Householder reflections in place (Golub and Van Loan, algorithm 5.3.2).</summary>
public static partial class HouseholderLeastSquares
{
    [Differentiable(Every.Product)]
    public static double Residual([Variable] ReadOnlySpan<double> matrix, [Variable] ReadOnlySpan<double> right, int columns)
    {
        int rows = right.Length;
        Span<double> a = matrix.ToArray(), b = right.ToArray();
        for (int k = 0; k < columns; k++)
        {
            double square = 0;
            for (int i = k; i < rows; i++)
            {
                square += a[i * columns + k] * a[i * columns + k];
            }

            double head = a[k * columns + k];
            double alpha = -Math.CopySign(Math.Sqrt(square), head);
            double scale = square - alpha * head;
            a[k * columns + k] = head - alpha;
            for (int j = k + 1; j <= columns; j++)
            {
                double dot = 0;
                for (int i = k; i < rows; i++)
                {
                    dot += a[i * columns + k] * (j < columns ? a[i * columns + j] : b[i]);
                }

                for (int i = k; i < rows; i++)
                {
                    double change = dot / scale * a[i * columns + k];
                    if (j < columns)
                    {
                        a[i * columns + j] -= change;
                    }
                    else
                    {
                        b[i] -= change;
                    }
                }
            }
        }

        double residual = 0;
        foreach (double r in b[columns..])
        {
            residual += r * r;
        }

        return residual;
    }
}
