using System;
using HessianGen;

namespace Corpus;

/// <summary>Minus the log-likelihood of location and scale under Student's t with five degrees of freedom.</summary>
public static partial class StudentLikelihood
{
    private const double Freedom = 5;
    private static readonly double Constant = 0.5 * Math.Log(Freedom * Math.PI);

    [Differentiable(Every.Product)]
    public static double NegativeLogLikelihood([Variable] double location, [Variable] double scale, ReadOnlySpan<double> x)
    {
        double sum = x.Length * (Constant + Math.Log(scale));
        for (int i = 0; i < x.Length; i++)
        {
            double z = (x[i] - location) / scale;
            sum += 0.5 * (Freedom + 1) * Math.Log(1 + z * z / Freedom);
        }

        return sum;
    }
}
