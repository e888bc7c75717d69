using System;
using HessianGen;

namespace Corpus;

/// <summary>Energy of a continuous Hopfield network (1984): a quadratic form in the outputs, and the integral of the inverse gain.</summary>
public static partial class HopfieldEnergy
{
    [Differentiable(Every.Product)]
    public static double Energy([Variable] ReadOnlySpan<double> potential, ReadOnlySpan<double> coupling, double gain)
    {
        int n = potential.Length;
        double energy = 0;
        for (int i = 0; i < n; i++)
        {
            double v = Math.Tanh(gain * potential[i]);
            for (int j = 0; j < i; j++)
            {
                energy -= 0.5 * (coupling[i * n + j] + coupling[j * n + i]) * v * Math.Tanh(gain * potential[j]);
            }

            energy += (v * Math.Atanh(v) + 0.5 * Math.Log(1 - v * v)) / gain;
        }

        return energy;
    }
}
