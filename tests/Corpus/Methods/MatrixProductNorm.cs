using HessianGen;

namespace Corpus;

/// <summary>Squared norm of a product of two rectangular arrays, both variables.</summary>
public static partial class MatrixProductNorm
{
    [Differentiable(Every.Product)]
    public static double Norm([Variable] double[,] a, [Variable] double[,] b)
    {
        int rows = a.GetLength(0), inner = b.GetLength(0), columns = b.GetLength(1);
        double norm = 0;
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                double entry = 0;
                for (int k = 0; k < inner; k++)
                {
                    entry += a[i, k] * b[k, j];
                }

                norm += entry * entry;
            }
        }

        return norm;
    }
}
