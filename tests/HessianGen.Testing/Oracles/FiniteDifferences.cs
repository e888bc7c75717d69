namespace HessianGen.Testing.Oracles;

/// <summary>
/// Derivatives from values alone, by central differences under Ridders' extrapolation: coarser than hyper-dual numbers, but it
/// shares nothing with them. Good to about 1e-9 of the largest value where the function is smooth near the point.
/// </summary>
public static class FiniteDifferences
{
    private const int Rows = 10;
    private const double FirstStep = 0.02;
    private const double Shrink = 1.6;

    /// <summary>∇f at the point, from values of f.</summary>
    public static double[] Gradient(Func<double[], double> f, double[] point)
    {
        double[] gradient = new double[point.Length];
        for (int k = 0; k < point.Length; k++)
        {
            double[] axis = new double[point.Length];
            axis[k] = 1;
            gradient[k] = Along(x => [f(x)], point, axis)[0];
        }

        return gradient;
    }

    /// <summary>∇²f·direction at the point, from values of ∇f.</summary>
    public static double[] HessianVectorProduct(Func<double[], double[]> gradient, double[] point, double[] direction) =>
        Along(gradient, point, direction);

    /// <summary>d/dt f(point + t·direction) at t = 0, component by component.</summary>
    public static double[] Along(Func<double[], double[]> f, double[] point, double[] direction)
    {
        double[][] row = [];
        double[] best = [];
        double[] error = [];
        double step = FirstStep;
        for (int i = 0; i < Rows; i++, step /= Shrink)
        {
            // Neville: each entry removes one more even power of the step from the one before it and the one above that.
            double[][] next = new double[i + 1][];
            next[0] = Central(f, point, direction, step);
            double factor = 1;
            for (int j = 1; j <= i; j++)
            {
                factor *= Shrink * Shrink;
                next[j] = [.. next[j - 1].Zip(row[j - 1], (fine, coarse) => (factor * fine - coarse) / (factor - 1))];
            }

            if (i == 0)
            {
                best = [.. next[0]];
                error = [.. best.Select(_ => double.PositiveInfinity)];
            }

            for (int j = 1; j <= i; j++)
            {
                for (int k = 0; k < best.Length; k++)
                {
                    double estimate = Math.Max(Math.Abs(next[j][k] - next[j - 1][k]), Math.Abs(next[j][k] - row[j - 1][k]));
                    if (estimate <= error[k])
                    {
                        (best[k], error[k]) = (next[j][k], estimate);
                    }
                }
            }

            row = next;
        }

        return best;
    }

    private static double[] Central(Func<double[], double[]> f, double[] point, double[] direction, double step)
    {
        double[] up = f([.. point.Zip(direction, (x, v) => x + step * v)]);
        double[] down = f([.. point.Zip(direction, (x, v) => x - step * v)]);
        return [.. up.Zip(down, (a, b) => (a - b) / (2 * step))];
    }
}
