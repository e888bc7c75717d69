using System;
using HessianGen;

namespace Corpus;

/// <summary>Normalised temperature-scaled cross entropy of embedded pairs (Chen and others, SimCLR, 2020).</summary>
public static partial class ContrastiveLoss
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] ReadOnlySpan<double> projection, ReadOnlySpan<double> views, double temperature)
    {
        int count = views.Length / 3;
        double[] z = new double[2 * count];
        for (int n = 0; n < count; n++)
        {
            Span<double> embedded = z.AsSpan(2 * n, 2);
            for (int j = 0; j < 2; j++)
            {
                for (int i = 0; i < 3; i++)
                {
                    embedded[j] += projection[3 * j + i] * views[3 * n + i];
                }
            }

            double norm = Math.Sqrt(embedded[0] * embedded[0] + embedded[1] * embedded[1] + 1e-4);
            embedded[0] /= norm;
            embedded[1] /= norm;
        }

        double loss = 0;
        for (int a = 0; a < count; a++)
        {
            int partner = a ^ 1;
            double others = 0;
            for (int b = 0; b < count; b++)
            {
                if (b != a)
                {
                    others += Math.Exp((z[2 * a] * z[2 * b] + z[2 * a + 1] * z[2 * b + 1]) / temperature);
                }
            }

            loss += Math.Log(others) - (z[2 * a] * z[2 * partner] + z[2 * a + 1] * z[2 * partner + 1]) / temperature;
        }

        return loss / count;
    }
}
