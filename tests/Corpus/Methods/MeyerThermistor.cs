using System;
using HessianGen;

namespace Corpus;

/// <summary>Moré, Garbow and Hillstrom's problem 10, resistance against temperature, in the scaled form of McKeown:
/// all three variables are of the order of one.</summary>
public static partial class MeyerThermistor
{
    private static readonly int[] Resistance = [34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872];

    [Differentiable(Every.Product)]
    public static double Value(double x1, double x2, double x3)
    {
        double sum = 0;
        for (int i = 0; i < Resistance.Length; i++)
        {
            double u = 0.45 + 0.05 * (i + 1);
            double residual = x1 * Math.Exp(10 * x2 / (u + x3) - 13) - 1e-3 * Resistance[i];
            sum += residual * residual;
        }

        return sum;
    }
}
