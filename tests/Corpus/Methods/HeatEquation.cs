using System;
using HessianGen;

namespace Corpus;

/// <summary>Misfit of an explicit heat equation in its initial values and conductivity: two arrays that change places after every step.</summary>
public static partial class HeatEquation
{
    [Differentiable(Every.Product)]
    public static double Misfit([Variable] ReadOnlySpan<double> initial, [Variable] double conductivity, ReadOnlySpan<double> target, int steps)
    {
        Span<double> now = new double[initial.Length];
        Span<double> next = new double[initial.Length];
        initial.CopyTo(now);
        for (int step = 0; step < steps; step++)
        {
            for (int i = 0; i < now.Length; i++)
            {
                double left = i > 0 ? now[i - 1] : 0;
                double right = i + 1 < now.Length ? now[i + 1] : 0;
                next[i] = now[i] + conductivity * (1 + 0.1 * now[i] * now[i]) * (left - 2 * now[i] + right);
            }

            Span<double> spare = now;
            now = next;
            next = spare;
        }

        double misfit = 0;
        for (int i = 0; i < now.Length; i++)
        {
            double error = now[i] - target[i];
            misfit += error * error;
        }

        return misfit;
    }
}
