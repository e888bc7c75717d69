using System;
using HessianGen;

namespace Corpus;

/// <summary>Cross-entropy of soft labels, Σ softplus(zᵢ) − pᵢ·zᵢ, with a calibrated temperature: scores of ±1000 neither overflow nor lose a digit.</summary>
public static partial class StableLogisticLoss
{
    [Differentiable(Every.Product)]
    public static double Loss([Variable] ReadOnlySpan<double> score, [Variable] double logTemperature, ReadOnlySpan<double> probability)
    {
        double scale = Math.Exp(-logTemperature);
        double loss = 0;
        for (int i = 0; i < score.Length; i++)
        {
            double z = scale * score[i];
            loss += SpecialFunctions.Softplus(z) - probability[i] * z;
            loss -= 0.01 * SpecialFunctions.Sigmoid(z) * SpecialFunctions.LogSigmoid(z);
        }

        return loss;
    }
}
