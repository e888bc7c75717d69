using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 15, with its measurements in local collection expressions.</summary>
public static partial class KowalikOsborne
{
    [Differentiable(Every.Product)]
    public static double Value([Variable] ReadOnlySpan<double> x)
    {
        ReadOnlySpan<double> measured = [0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246];
        double[] at = [4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625];
        double sum = 0;
        for (int i = 0; i < measured.Length; i++)
        {
            double u = at[i];
            double residual = measured[i] - x[0] * (u * u + u * x[1]) / (u * u + u * x[2] + x[3]);
            sum += residual * residual;
        }

        return sum;
    }
}
