using System;
using HessianGen;

namespace Corpus;

public enum Kernel
{
    Gaussian,
    Matern,
    RationalQuadratic = 5,
}

/// <summary>Σ over pairs of a covariance function chosen by an enum, in its three scale parameters.</summary>
public static partial class CovarianceKernel
{
    [Differentiable(Every.Product)]
    public static double Sum([Variable] double logScale, [Variable] double logAmplitude, [Variable] double alpha, Kernel kernel, ReadOnlySpan<double> x)
    {
        double scale = Math.Exp(logScale);
        double amplitude = Math.Exp(2.0 * logAmplitude);
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double r = Math.Abs(x[i] - x[j]) / scale;
                double k;
                if (kernel == Kernel.Gaussian)
                {
                    k = Math.Exp(-0.5 * r * r);
                }
                else if (kernel == Kernel.Matern)
                {
                    double s = Math.Sqrt(3.0) * r;
                    k = (1 + s) * Math.Exp(-s);
                }
                else
                {
                    k = Math.Pow(1 + r * r / (2 * alpha * alpha), -alpha * alpha);
                }

                sum += amplitude * k;
            }
        }

        return sum;
    }
}
