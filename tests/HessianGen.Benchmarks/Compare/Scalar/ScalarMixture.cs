using static HessianGen.Benchmarks.Workloads.GaussianMixture;

namespace HessianGen.Benchmarks.Compare.Scalar;

/// <summary>The derivatives of W5 as plain loops; a name beginning with <c>d</c> is a derivative along the direction.</summary>
internal static class ScalarMixture
{
    private const int Means = Clusters, Factors = Means + Clusters * Dimension;

    public static double Gradient(ReadOnlySpan<double> variables, ReadOnlySpan<double> x, Span<double> gradient)
    {
        ReadOnlySpan<double> alphas = variables[..Means], means = variables[Means..Factors], factors = variables[Factors..];
        Span<double> diagonal = stackalloc double[Clusters * Dimension], logDeterminant = stackalloc double[Clusters], weight = stackalloc double[Clusters];
        Span<double> y = stackalloc double[Clusters * Dimension];
        Span<double> ofAlphas = gradient[..Means], ofMeans = gradient[Means..Factors], ofFactors = gradient[Factors..];
        gradient.Clear();
        Diagonals(factors, diagonal, logDeterminant);
        double result = 0;
        for (int n = 0; n < x.Length; n += Dimension)
        {
            for (int k = 0; k < Clusters; k++)
            {
                Transform(diagonal, factors, means, x, n, k, y);
                weight[k] = alphas[k] + logDeterminant[k];
                for (int row = 0; row < Dimension; row++) weight[k] -= 0.5 * y[k * Dimension + row] * y[k * Dimension + row];
            }

            result += Softmax(weight);
            for (int k = 0; k < Clusters; k++)
            {
                ofAlphas[k] += weight[k];
                int at = k * Entries + Dimension;
                for (int column = 0; column < Dimension; column++)
                {
                    int own = k * Dimension + column;
                    double centred = x[n + column] - means[own], wy = weight[k] * y[own];
                    ofMeans[own] += diagonal[own] * wy;
                    ofFactors[k * Entries + column] += weight[k] - diagonal[own] * centred * wy;
                    for (int row = column + 1; row < Dimension; row++, at++)
                    {
                        wy = weight[k] * y[k * Dimension + row];
                        ofMeans[own] += factors[at] * wy;
                        ofFactors[at] -= centred * wy;
                    }
                }
            }
        }

        int points = x.Length / Dimension;
        alphas.CopyTo(weight);
        result -= points * Softmax(weight);
        for (int k = 0; k < Clusters; k++)
        {
            ofAlphas[k] -= points * weight[k];
            for (int i = 0; i < Entries; i++)
            {
                double entry = i < Dimension ? diagonal[k * Dimension + i] : factors[k * Entries + i];
                result += 0.5 * entry * entry;
                ofFactors[k * Entries + i] += i < Dimension ? entry * entry : entry;
            }
        }

        return result;
    }

    public static double Product(ReadOnlySpan<double> variables, ReadOnlySpan<double> x, ReadOnlySpan<double> direction, Span<double> product)
    {
        ReadOnlySpan<double> alphas = variables[..Means], means = variables[Means..Factors], factors = variables[Factors..];
        ReadOnlySpan<double> dalphas = direction[..Means], dmeans = direction[Means..Factors], dfactors = direction[Factors..];
        Span<double> diagonal = stackalloc double[Clusters * Dimension], logDeterminant = stackalloc double[Clusters], weight = stackalloc double[Clusters];
        Span<double> dweight = stackalloc double[Clusters], y = stackalloc double[Clusters * Dimension], dy = stackalloc double[Clusters * Dimension];
        Span<double> ofAlphas = product[..Means], ofMeans = product[Means..Factors], ofFactors = product[Factors..];
        product.Clear();
        Diagonals(factors, diagonal, logDeterminant);
        for (int n = 0; n < x.Length; n += Dimension)
        {
            for (int k = 0; k < Clusters; k++)
            {
                Transform(diagonal, factors, means, x, n, k, y);
                TransformTangent(diagonal, factors, dfactors, means, dmeans, x, n, k, dy);
                weight[k] = alphas[k] + logDeterminant[k];
                dweight[k] = dalphas[k];
                for (int row = 0; row < Dimension; row++)
                {
                    int own = k * Dimension + row;
                    weight[k] -= 0.5 * y[own] * y[own];
                    dweight[k] += dfactors[k * Entries + row] - y[own] * dy[own];
                }
            }

            Softmax(weight);
            SoftmaxTangent(weight, dweight);
            for (int k = 0; k < Clusters; k++)
            {
                ofAlphas[k] += dweight[k];
                int at = k * Entries + Dimension;
                for (int column = 0; column < Dimension; column++)
                {
                    int own = k * Dimension + column;
                    double e = diagonal[own], de = e * dfactors[k * Entries + column];
                    double centred = x[n + column] - means[own], dcentred = -dmeans[own];
                    double wy = weight[k] * y[own], dwy = dweight[k] * y[own] + weight[k] * dy[own];
                    ofMeans[own] += e * dwy + de * wy;
                    ofFactors[k * Entries + column] += dweight[k] - e * centred * dwy - (de * centred + e * dcentred) * wy;
                    for (int row = column + 1; row < Dimension; row++, at++)
                    {
                        wy = weight[k] * y[k * Dimension + row];
                        dwy = dweight[k] * y[k * Dimension + row] + weight[k] * dy[k * Dimension + row];
                        ofMeans[own] += factors[at] * dwy + dfactors[at] * wy;
                        ofFactors[at] -= centred * dwy + dcentred * wy;
                    }
                }
            }
        }

        alphas.CopyTo(weight);
        dalphas.CopyTo(dweight);
        Softmax(weight);
        SoftmaxTangent(weight, dweight);
        for (int k = 0; k < Clusters; k++)
        {
            ofAlphas[k] -= x.Length / Dimension * dweight[k];
            for (int i = 0; i < Entries; i++)
            {
                double curvature = i < Dimension ? 2 * diagonal[k * Dimension + i] * diagonal[k * Dimension + i] : 1;
                ofFactors[k * Entries + i] += curvature * dfactors[k * Entries + i];
            }
        }

        return 0;
    }

    private static void Diagonals(ReadOnlySpan<double> factors, Span<double> diagonal, Span<double> logDeterminant)
    {
        for (int k = 0; k < Clusters; k++)
        {
            logDeterminant[k] = 0;
            for (int i = 0; i < Dimension; i++)
            {
                logDeterminant[k] += factors[k * Entries + i];
                diagonal[k * Dimension + i] = Math.Exp(factors[k * Entries + i]);
            }
        }
    }

    // y = factor of cluster k times the centred point.
    private static void Transform(ReadOnlySpan<double> diagonal, ReadOnlySpan<double> factors, ReadOnlySpan<double> means, ReadOnlySpan<double> x, int n, int k, Span<double> y)
    {
        int at = k * Entries + Dimension;
        for (int i = 0; i < Dimension; i++) y[k * Dimension + i] = diagonal[k * Dimension + i] * (x[n + i] - means[k * Dimension + i]);
        for (int column = 0; column < Dimension; column++)
        {
            double centred = x[n + column] - means[k * Dimension + column];
            for (int row = column + 1; row < Dimension; row++) y[k * Dimension + row] += factors[at++] * centred;
        }
    }

    private static void TransformTangent(
        ReadOnlySpan<double> diagonal, ReadOnlySpan<double> factors, ReadOnlySpan<double> dfactors, ReadOnlySpan<double> means, ReadOnlySpan<double> dmeans,
        ReadOnlySpan<double> x, int n, int k, Span<double> dy)
    {
        int at = k * Entries + Dimension;
        for (int i = 0; i < Dimension; i++) dy[k * Dimension + i] = diagonal[k * Dimension + i] * (dfactors[k * Entries + i] * (x[n + i] - means[k * Dimension + i]) - dmeans[k * Dimension + i]);
        for (int column = 0; column < Dimension; column++)
        {
            double centred = x[n + column] - means[k * Dimension + column];
            for (int row = column + 1; row < Dimension; row++, at++) dy[k * Dimension + row] += dfactors[at] * centred - factors[at] * dmeans[k * Dimension + column];
        }
    }

    // Returns the logarithm of the sum of the exponentials.
    private static double Softmax(Span<double> terms)
    {
        double largest = double.NegativeInfinity, sum = 0;
        foreach (double term in terms) largest = Math.Max(largest, term);
        foreach (ref double term in terms)
        {
            term = Math.Exp(term - largest);
            sum += term;
        }

        foreach (ref double term in terms) term /= sum;
        return largest + Math.Log(sum);
    }

    private static void SoftmaxTangent(ReadOnlySpan<double> weight, Span<double> dterm)
    {
        double mean = 0;
        for (int k = 0; k < weight.Length; k++) mean += weight[k] * dterm[k];
        for (int k = 0; k < weight.Length; k++) dterm[k] = weight[k] * (dterm[k] - mean);
    }
}
