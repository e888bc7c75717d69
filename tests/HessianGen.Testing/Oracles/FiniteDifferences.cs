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
        double step = FirstStep;
        double[][] row = [Central(f, point, direction, step)];
        double[] best = [.. row[0]];
        double[] error = [.. best.Select(_ => double.PositiveInfinity)];
        for (int i = 1; i < Rows; i++)
        {
            step /= Shrink;
            double[][] next = Extrapolated(Central(f, point, direction, step), row);
            for (int j = 1; j <= i; j++)
            {
                Improve(best, error, next[j], next[j - 1], row[j - 1]);
            }

            row = next;
        }

        return best;
    }

    /// <summary>Neville's next row: each entry has one more even power of the step removed than the one before it.</summary>
    private static double[][] Extrapolated(double[] difference, double[][] above)
    {
        double[][] row = [difference, .. above];
        double factor = 1;
        for (int j = 1; j < row.Length; j++)
        {
            factor *= Shrink * Shrink;
            row[j] = [.. row[j - 1].Zip(above[j - 1], (fine, coarse) => (factor * fine - coarse) / (factor - 1))];
        }

        return row;
    }

    /// <summary>Takes over each component that differs less from its two neighbours in the table than the best one so far.</summary>
    private static void Improve(double[] best, double[] error, double[] entry, double[] left, double[] above)
    {
        for (int k = 0; k < best.Length; k++)
        {
            double estimate = Math.Max(Math.Abs(entry[k] - left[k]), Math.Abs(entry[k] - above[k]));
            if (estimate <= error[k])
            {
                (best[k], error[k]) = (entry[k], estimate);
            }
        }
    }

    private static double[] Central(Func<double[], double[]> f, double[] point, double[] direction, double step)
    {
        double[] up = f([.. point.Zip(direction, (x, v) => x + step * v)]);
        double[] down = f([.. point.Zip(direction, (x, v) => x - step * v)]);
        return [.. up.Zip(down, (a, b) => (a - b) / (2 * step))];
    }
}
