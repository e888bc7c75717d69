using System;
using HessianGen;

namespace Corpus;

/// <summary>½·|∇u|² − f·u plus a nonlinear term on a square grid, border zero: a helper reads beyond the border as zero.</summary>
public static partial class PoissonStencil
{
    [Differentiable(Every.Product)]
    public static double Energy([Variable] double[] u, double[] f, int side)
    {
        double energy = 0;
        for (int row = 0; row <= side; row++)
        {
            for (int column = 0; column <= side; column++)
            {
                double here = At(u, side, row, column);
                double up = here - At(u, side, row - 1, column), along = here - At(u, side, row, column - 1);
                energy += 0.5 * (up * up + along * along);
                if (row < side && column < side)
                {
                    energy += Math.Pow(here, 4) / 4 - f[row * side + column] * here;
                }
            }
        }

        return energy;
    }

    private static double At(double[] grid, int side, int row, int column) =>
        row < 0 || column < 0 || row >= side || column >= side ? 0 : grid[row * side + column];
}
