using System;
using HessianGen;

namespace Corpus;

/// <summary>A regressor with a hidden layer of GELU and a gate of SiLU, ½·Σ (v·(gelu(Wx) ∘ silu(Ux)) − y)².</summary>
public static partial class GeluNetwork
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] ReadOnlySpan<double> w, [Variable] ReadOnlySpan<double> gate, [Variable] ReadOnlySpan<double> output, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        int hidden = output.Length, inputs = w.Length / hidden;
        double loss = 0;
        for (int n = 0; n < y.Length; n++)
        {
            double prediction = 0;
            for (int j = 0; j < hidden; j++)
            {
                double a = 0, b = 0;
                for (int i = 0; i < inputs; i++)
                {
                    a += w[j * inputs + i] * x[n * inputs + i];
                    b += gate[j * inputs + i] * x[n * inputs + i];
                }

                prediction += output[j] * SpecialFunctions.Gelu(a) * SpecialFunctions.Silu(b);
            }

            double error = prediction - y[n];
            loss += 0.5 * error * error;
        }

        return loss;
    }
}
