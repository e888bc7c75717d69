using System;
using HessianGen;

namespace Corpus;

/// <summary>Sweeps over a nonlinear system in place until the change is small: the number of sweeps depends on the variables.</summary>
public static partial class GaussSeidel
{
    [Differentiable(Every.Product)]
    public static double Energy([Variable] ReadOnlySpan<double> right, [Variable] ReadOnlySpan<double> bend)
    {
        int n = right.Length;
        double[] u = new double[n];
        double change;
        do
        {
            change = 0;
            for (int i = 0; i < n; i++)
            {
                double neighbours = (i > 0 ? u[i - 1] : 0) + (i < n - 1 ? u[i + 1] : 0);
                double updated = (right[i] + neighbours - bend[i] * Math.Sin(u[i])) / 4;
                change = Math.Max(change, Math.Abs(updated - u[i]));
                u[i] = updated;
            }
        }
        while (change > 1e-13);

        double energy = 0;
        foreach (double v in u)
        {
            energy += v * v;
        }

        return energy;
    }
}
