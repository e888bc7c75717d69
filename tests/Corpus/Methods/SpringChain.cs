using System;
using HessianGen;

namespace Corpus;

/// <summary>Potential energy of a hanging chain of springs in the plane, its first end fixed.</summary>
public static partial class SpringChain
{
    [Differentiable(Every.Product)]
    public static double Energy([Variable] ReadOnlySpan<double> positions, double stiffness, double rest)
    {
        var (x, y) = (0.0, 0.0);
        double energy = 0;
        for (int i = 0; i < positions.Length; i += 2)
        {
            var (nextX, nextY) = (positions[i], positions[i + 1]);
            double length = Math.Sqrt((nextX - x) * (nextX - x) + (nextY - y) * (nextY - y) + 1e-6);
            energy += stiffness / 2 * (length - rest) * (length - rest) + nextY;
            (x, y) = (nextX, nextY);
        }

        return energy;
    }
}
