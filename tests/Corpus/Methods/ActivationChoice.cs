using System;
using HessianGen;

namespace Corpus;

/// <summary><c>switch</c> as a statement and as an expression, on an enum and on ranges of an integer.</summary>
public static partial class ActivationChoice
{
    /// <summary>The function applied to each weighted input.</summary>
    public enum Activation
    {
        Identity,
        Tanh,
        Softplus,
        Swish,
    }

    [Differentiable(Every.Product)]
    public static double Loss([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> x, Activation activation, int order)
    {
        double sum = 0;
        for (int i = 0; i < w.Length; i++)
        {
            double a = w[i] * x[i];
            double z = activation switch
            {
                Activation.Identity => a,
                Activation.Tanh => Math.Tanh(a),
                Activation.Softplus => Math.Log(1 + Math.Exp(a)),
                Activation.Swish => a / (1 + Math.Exp(-a)),
                _ => throw new ArgumentOutOfRangeException(nameof(activation)),
            };
            switch (i % 5)
            {
                case 0:
                    sum += z;
                    break;
                case 1:
                case 2:
                    sum += z * z * w[i - 1];
                    break;
                case 3 when order > 0:
                    sum -= Math.Sin(z);
                    break;
                default:
                    sum += 0.1 * w[i] * w[i];
                    break;
            }
        }

        return order switch
        {
            < 0 => -sum,
            0 => Math.Cos(sum),
            >= 1 and <= 3 => sum * sum / 2,
            _ => sum,
        };
    }
}
