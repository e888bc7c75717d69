using System;

namespace Corpus;

/// <summary>Helpers in a file and a class of their own, which generated code cannot take for granted.</summary>
internal static class Polynomials
{
    public static double Horner(ReadOnlySpan<double> coefficients, double x)
    {
        double value = 0;
        for (int k = coefficients.Length - 1; k >= 0; k--)
        {
            value = value * x + coefficients[k];
        }

        return value;
    }
}
