using System;
using HessianGen;

namespace Corpus;

/// <summary>One-step errors of additive exponential smoothing with level, trend and season (Winters, 1960): a ring of seasonal states.</summary>
public static partial class HoltWinters
{
    [Differentiable(Every.Product)]
    public static double SquaredError([Variable] double alpha, [Variable] double beta, [Variable] double gamma, ReadOnlySpan<double> series, int period)
    {
        double level = 0, trend = 0;
        for (int t = 0; t < period; t++)
        {
            level += series[t] / period;
        }

        Span<double> season = stackalloc double[period];
        for (int t = 0; t < period; t++)
        {
            season[t] = series[t] - level;
        }

        double error = 0;
        for (int t = period; t < series.Length; t++)
        {
            ref double seasonal = ref season[t % period];
            double miss = series[t] - (level + trend + seasonal);
            error += miss * miss;
            (double previous, level) = (level, alpha * (series[t] - seasonal) + (1 - alpha) * (level + trend));
            trend = beta * (level - previous) + (1 - beta) * trend;
            seasonal = gamma * (series[t] - level) + (1 - gamma) * seasonal;
        }

        return error;
    }
}
