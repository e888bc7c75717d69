using HessianGen;

namespace Corpus;

/// <summary>A cubic in mean and variance, in two passes of <c>foreach</c> over an array: the second pass depends on the first's result.</summary>
public static partial class MeanVariance
{
    [Differentiable(Every.Product)]
    public static double Score(double[] samples)
    {
        if (samples.Length == 0)
        {
            return 0;
        }

        double mean = 0;
        foreach (double sample in samples)
        {
            mean += sample;
        }

        mean /= samples.Length;
        double variance = 0;
        foreach (double sample in samples)
        {
            double deviation = sample - mean;
            variance += deviation * deviation;
        }

        variance /= samples.Length;
        return mean * mean * mean + variance * mean;
    }
}
