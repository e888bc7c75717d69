using System;
using HessianGen;

namespace Corpus;

/// <summary>Minus the log-likelihood of Weibull lifetimes, some of them censored.</summary>
public static partial class WeibullSurvival
{
    [Differentiable(Every.Product)]
    public static double NegativeLogLikelihood([Variable] double shape, [Variable] double scale, double[] time, bool[] observed)
    {
        double result = 0;
        for (int i = 0; i < time.Length; i++)
        {
            double hazard = Math.Pow(time[i] / scale, shape);
            result += hazard;
            result -= observed[i] ? Math.Log(shape * hazard / time[i]) : 0;
        }

        return result;
    }
}
