using System;
using HessianGen;

namespace Corpus;

/// <summary>Reconstruction error with tied weights: the same matrix encodes, and transposed decodes.</summary>
public static partial class Autoencoder
{
    [Differentiable(Every.Product)]
    public static double Error([Variable] double[] w, [Variable] double[] inner, [Variable] double[] outer, double[] x)
    {
        int hidden = inner.Length, visible = outer.Length;
        double[] code = new double[hidden];
        double error = 0;
        for (int start = 0; start < x.Length; start += visible)
        {
            for (int j = 0; j < hidden; j++)
            {
                code[j] = inner[j];
                for (int i = 0; i < visible; i++)
                {
                    code[j] += w[j * visible + i] * x[start + i];
                }

                code[j] = 1 / (1 + Math.Exp(-code[j]));
            }

            for (int i = 0; i < visible; i++)
            {
                double decoded = outer[i];
                for (int j = 0; j < hidden; j++)
                {
                    decoded += w[j * visible + i] * code[j];
                }

                error += Math.Pow(decoded - x[start + i], 2);
            }
        }

        return error;
    }
}
