using System;
using HessianGen;

namespace Corpus;

/// <summary>Energy reached by a few conjugate-gradient steps on a diagonally dominant system whose diagonal is a variable.</summary>
public static partial class ConjugateGradients
{
    [Differentiable(Every.Product)]
    public static double Energy([Variable] double[] logDiagonal, [Variable] double[] b, int steps)
    {
        int n = b.Length;
        double[] x = new double[n], r = [.. b], p = [.. b], ap = new double[n];
        double rr = Dot(r, r), energy = 0;
        while (steps-- > 0 && rr > 1e-12)
        {
            Apply(logDiagonal, p, ap);
            double alpha = rr / Dot(p, ap);
            for (int i = 0; i < n; i++)
            {
                x[i] += alpha * p[i];
                r[i] -= alpha * ap[i];
            }

            double before = rr;
            rr = Dot(r, r);
            for (int i = 0; i < n; i++)
            {
                p[i] = r[i] + rr / before * p[i];
            }

            energy -= alpha * before / 2;
        }

        return energy + 0.1 * Dot(x, x);
    }

    private static void Apply(double[] logDiagonal, double[] v, double[] result)
    {
        for (int i = 0; i < v.Length; i++)
        {
            result[i] = (2.5 + Math.Exp(logDiagonal[i])) * v[i];
            if (i > 0)
            {
                result[i] -= v[i - 1];
            }

            if (i < v.Length - 1)
            {
                result[i] -= v[i + 1];
            }
        }
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
