using System;
using HessianGen;

namespace Corpus;

/// <summary>A robust line fit: the loss is quadratic near zero and linear (or logarithmic) beyond; branches on active values.</summary>
public static partial class Huber
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] double slope, [Variable] double offset, double[] x, double[] y, double delta, bool redescending)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double residual = slope * x[i] + offset - y[i];
            double size = Math.Abs(residual);
            double loss;
            if (size <= delta)
            {
                loss = 0.5 * residual * residual;
            }
            else if (redescending)
            {
                loss = 0.5 * delta * delta * (1 + 2 * Math.Log(size / delta));
            }
            else
            {
                loss = delta * (size - 0.5 * delta);
            }

            sum += loss;
        }

        return sum;
    }
}
