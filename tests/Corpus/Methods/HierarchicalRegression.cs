using System;
using HessianGen;

namespace Corpus;

/// <summary>Radon levels by county: intercepts of groups, fetched by index, around a common mean (Gelman and Hill, 2007, chapter 12).</summary>
public static partial class HierarchicalRegression
{
    [Differentiable(Every.Product)]
    public static double NegativeLogPosterior(
        [Variable] ReadOnlySpan<double> common, [Variable] ReadOnlySpan<double> intercept, [Variable] ReadOnlySpan<double> logDeviation,
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<int> group)
    {
        double result = 0;
        foreach (double a in intercept)
        {
            result -= LogNormal(a, common[0], logDeviation[0]);
        }

        for (int i = 0; i < y.Length; i++)
        {
            result -= LogNormal(y[i], intercept[group[i]] + common[1] * x[i], logDeviation[1]);
        }

        return result;

        static double LogNormal(double x, double mean, double logDeviation)
        {
            double z = (x - mean) * Math.Exp(-logDeviation);
            return -0.5 * z * z - logDeviation;
        }
    }
}
