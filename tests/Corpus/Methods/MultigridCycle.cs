using System;
using HessianGen;

namespace Corpus;

/// <summary>Residual after one V-cycle for −u″ = f: grids lie one behind the other in one array, smoothed by damped Jacobi in slices.</summary>
public static partial class MultigridCycle
{
    [Differentiable(Every.Product)]
    public static double Residual([Variable] ReadOnlySpan<double> f, [Variable] ReadOnlySpan<double> start)
    {
        int n = f.Length, total = 0, levels = 0;
        for (int m = n; m > 0; m /= 2)
        {
            total += m;
            levels++;
        }

        double[] u = new double[total], right = new double[total], residual = new double[total];
        f.CopyTo(right);
        start.CopyTo(u);
        int at = 0, size = n;
        for (int level = 0; level < levels - 1; level++)
        {
            Smooth(u.AsSpan(at, size), right.AsSpan(at, size), residual.AsSpan(at, size), 1 << (2 * level));
            for (int i = 0; i < size / 2; i++)
            {
                right[at + size + i] = (residual[at + 2 * i] + 2 * residual[at + 2 * i + 1] + residual[at + 2 * i + 2]) / 4;
            }

            at += size;
            size /= 2;
        }

        u[at] = right[at] * (1 << (2 * (levels - 1))) / 2;
        while (at > 0)
        {
            int fine = 2 * size + 1, from = at - fine;
            for (int i = 0; i < fine; i++)
            {
                u[from + i] += i % 2 == 1 ? u[at + i / 2] : 0.5 * ((i > 0 ? u[at + i / 2 - 1] : 0) + (i < fine - 1 ? u[at + i / 2] : 0));
            }

            at = from;
            size = fine;
            levels--;
            Smooth(u.AsSpan(at, size), right.AsSpan(at, size), residual.AsSpan(at, size), 1 << (2 * (levels - 1)));
        }

        double sum = 0;
        foreach (double r in residual.AsSpan(0, n))
        {
            sum += r * r;
        }

        return sum;
    }

    private static void Smooth(Span<double> u, ReadOnlySpan<double> right, Span<double> residual, double square)
    {
        for (int sweep = 0; sweep < 2; sweep++)
        {
            for (int i = 0; i < u.Length; i++)
            {
                double left = i > 0 ? u[i - 1] : 0, next = i < u.Length - 1 ? u[i + 1] : 0;
                residual[i] = right[i] - (2 * u[i] - left - next) / square - 0.1 * u[i] * u[i];
            }

            for (int i = 0; i < u.Length; i++)
            {
                u[i] += square / 3 * residual[i];
            }
        }
    }
}
