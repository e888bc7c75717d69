namespace HessianGen.Benchmarks.Workloads;

/// <summary>W5: the log posterior of ADBench's Gaussian mixture in 10 dimensions with 25 clusters (γ = 1, m = 0), but for its constants.</summary>
public static partial class GaussianMixture
{
    public const int Dimension = 10, Clusters = 25, Entries = Dimension * (Dimension + 1) / 2;

    [Differentiable(Derivatives.Value | Derivatives.Gradient | Derivatives.HessianVectorProduct | Derivatives.Objective)]
    public static double LogPosterior([Variable] ReadOnlySpan<double> alphas, [Variable] ReadOnlySpan<double> means, [Variable] ReadOnlySpan<double> factors, ReadOnlySpan<double> x)
    {
        Span<double> diagonal = stackalloc double[Clusters * Dimension], logDeterminant = stackalloc double[Clusters], term = stackalloc double[Clusters], centred = stackalloc double[Dimension];
        for (int k = 0; k < Clusters; k++)
        {
            for (int i = 0; i < Dimension; i++)
            {
                logDeterminant[k] += factors[k * Entries + i];
                diagonal[k * Dimension + i] = Math.Exp(factors[k * Entries + i]);
            }
        }

        int points = x.Length / Dimension;
        double result = 0;
        for (int n = 0; n < points; n++)
        {
            for (int k = 0; k < Clusters; k++)
            {
                for (int i = 0; i < Dimension; i++) centred[i] = x[n * Dimension + i] - means[k * Dimension + i];
                double distance = 0;
                for (int row = 0; row < Dimension; row++)
                {
                    double y = diagonal[k * Dimension + row] * centred[row];
                    for (int column = 0; column < row; column++)
                    {
                        y += factors[k * Entries + Dimension + column * (2 * Dimension - column - 1) / 2 + row - column - 1] * centred[column];
                    }

                    distance += y * y;
                }

                term[k] = alphas[k] + logDeterminant[k] - 0.5 * distance;
            }

            result += LogSumExp(term);
        }

        result -= points * LogSumExp(alphas);
        for (int k = 0; k < Clusters; k++)
        {
            double norm = 0;
            for (int i = 0; i < Dimension; i++) norm += diagonal[k * Dimension + i] * diagonal[k * Dimension + i];
            for (int i = Dimension; i < Entries; i++) norm += factors[k * Entries + i] * factors[k * Entries + i];
            result += 0.5 * norm;
        }

        return result;
    }

    private static double LogSumExp(ReadOnlySpan<double> terms)
    {
        double largest = double.NegativeInfinity, sum = 0;
        foreach (double term in terms) largest = Math.Max(largest, term);
        foreach (double term in terms) sum += Math.Exp(term - largest);
        return largest + Math.Log(sum);
    }
}
