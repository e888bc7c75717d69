namespace HessianGen.Conformance.Tests;

/// <summary>Square matrices, row-major.</summary>
internal static class Matrix
{
    public static double[] Times(double[] matrix, double[] vector)
    {
        int n = vector.Length;
        double[] product = new double[n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                product[i] += matrix[i * n + j] * vector[j];
            }
        }

        return product;
    }

    public static double[] Transposed(double[] matrix)
    {
        int n = Order(matrix);
        double[] transposed = new double[matrix.Length];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                transposed[i * n + j] = matrix[j * n + i];
            }
        }

        return transposed;
    }

    public static double[] Diagonal(double[] matrix)
    {
        int n = Order(matrix);
        return [.. Enumerable.Range(0, n).Select(k => matrix[k * n + k])];
    }

    private static int Order(double[] matrix) => (int)Math.Round(Math.Sqrt(matrix.Length));
}
