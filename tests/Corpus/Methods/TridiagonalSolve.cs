using System;
using HessianGen;

namespace Corpus;

/// <summary>The energy fᵀA⁻¹f of a tridiagonal system, solved in place by Thomas' algorithm: elimination up, substitution down.</summary>
public static partial class TridiagonalSolve
{
    [Differentiable(Every.Product)]
    public static double Energy([Variable] ReadOnlySpan<double> diagonal, double coupling, [Variable] ReadOnlySpan<double> force)
    {
        int n = diagonal.Length;
        Span<double> pivot = n <= 64 ? stackalloc double[64] : new double[n];
        Span<double> solution = new double[n];
        for (int i = 0; i < n; i++)
        {
            pivot[i] = 4 + diagonal[i] * diagonal[i];
            solution[i] = force[i];
        }

        for (int i = 1; i < n; i++)
        {
            double factor = coupling / pivot[i - 1];
            pivot[i] -= factor * coupling;
            solution[i] -= factor * solution[i - 1];
        }

        for (int i = n - 1; i >= 0; i--)
        {
            if (i < n - 1)
            {
                solution[i] -= coupling * solution[i + 1];
            }

            solution[i] /= pivot[i];
        }

        double energy = 0;
        for (int i = 0; i < n; i++)
        {
            energy += force[i] * solution[i];
        }

        return energy;
    }
}
