using System;
using HessianGen;

namespace Corpus;

/// <summary>A two-layer network whose weights are rows of different lengths and whose samples are rows of one length.</summary>
public static partial class JaggedNetwork
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] double[][] weights, double[][] samples, double[] targets)
    {
        double[] gain = weights[0], inner = weights[1], outer = weights[2];
        double loss = 0;
        for (int n = 0; n < samples.Length; n++)
        {
            double[] x = samples[n];
            double output = 0;
            for (int j = 0; j < outer.Length; j++)
            {
                double a = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    a += inner[j * x.Length + i] * gain[i] * x[i];
                }

                output += outer[j] * Math.Tanh(a);
            }

            loss += (output - targets[n]) * (output - targets[n]);
        }

        return loss;
    }
}
