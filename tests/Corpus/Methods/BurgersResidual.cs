using System;
using HessianGen;

namespace Corpus;

/// <summary>Residual of one implicit step of Burgers' equation on a ring: neighbours by the remainder of the index.</summary>
public static partial class BurgersResidual
{
    [Differentiable(Every.Product)]
    public static double Residual([Variable] ReadOnlySpan<double> next, [Variable] ReadOnlySpan<double> now, [Variable] double viscosity, double dt)
    {
        int n = next.Length;
        double dx = 1.0 / n, sum = 0;
        for (int i = 0; i < n; i++)
        {
            double left = next[(i + n - 1) % n], here = next[i], right = next[(i + 1) % n];
            double change = (here - now[i]) / dt;
            double convection = (right * right - left * left) / (4 * dx);
            double diffusion = viscosity * (right - 2 * here + left) / (dx * dx);
            double residual = change + convection - diffusion;
            sum += residual * residual * dx;
        }

        return sum;
    }
}
