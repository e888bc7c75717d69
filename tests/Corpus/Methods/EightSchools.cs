using System;
using HessianGen;

namespace Corpus;

/// <summary>Minus the log posterior of Rubin's eight schools (1981) in the non-centred form.</summary>
public static partial class EightSchools
{
    private static readonly double[] Effect = [28, 8, -3, 7, -1, 1, 18, 12];
    private static readonly double[] Error = [15, 10, 16, 11, 9, 11, 10, 18];

    [Differentiable(Every.Product)]
    public static double NegativeLogPosterior(double mean, double logDeviation, ReadOnlySpan<double> raw)
    {
        double deviation = Math.Exp(logDeviation);
        double result = 0.5 * mean * mean / 25 + Math.Log(1 + deviation * deviation / 25) - logDeviation;
        for (int school = 0; school < Effect.Length; school++)
        {
            double z = (Effect[school] - mean - deviation * raw[school]) / Error[school];
            result += 0.5 * (z * z + raw[school] * raw[school]);
        }

        return result;
    }
}
