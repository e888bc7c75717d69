using System;
using HessianGen;

namespace Corpus;

/// <summary>Runge-Kutta of fourth order over arrays: the right-hand side is a method group handed to the solver.</summary>
public static partial class SystemSolver
{
    [Differentiable(Every.Product)]
    public static double FinalEnergy([Variable] ReadOnlySpan<double> start, [Variable] double damping, double dt, int steps)
    {
        double[] y = start.ToArray();
        for (int i = 0; i < steps; i++)
        {
            RungeKutta(VanDerPol, y, damping, dt);
        }

        double energy = 0;
        for (int i = 0; i < y.Length; i++)
        {
            energy += y[i] * y[i];
        }

        return energy / 2;
    }

    private delegate void Field(ReadOnlySpan<double> y, double parameter, Span<double> slope);

    private static void VanDerPol(ReadOnlySpan<double> y, double mu, Span<double> slope)
    {
        for (int i = 0; i + 1 < y.Length; i += 2)
        {
            slope[i] = y[i + 1];
            slope[i + 1] = mu * (1 - y[i] * y[i]) * y[i + 1] - y[i];
        }
    }

    private static void RungeKutta(Field field, Span<double> y, double parameter, double dt)
    {
        int n = y.Length;
        Span<double> slopes = stackalloc double[4 * n], moved = stackalloc double[n];
        for (int stage = 0; stage < 4; stage++)
        {
            double weight = stage == 3 ? dt : 0.5 * dt;
            for (int i = 0; i < n; i++)
            {
                moved[i] = stage == 0 ? y[i] : y[i] + weight * slopes[(stage - 1) * n + i];
            }

            field(moved, parameter, slopes.Slice(stage * n, n));
        }

        for (int i = 0; i < n; i++)
        {
            y[i] += dt / 6 * (slopes[i] + 2 * slopes[n + i] + 2 * slopes[2 * n + i] + slopes[3 * n + i]);
        }
    }
}
