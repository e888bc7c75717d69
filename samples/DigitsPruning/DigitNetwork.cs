using HessianGen;

namespace DigitsPruning;

/// <summary>A network of one hidden layer that reads an 8×8 digit: 64 pixels, tanh units, softmax over 10 classes.</summary>
/// <remarks>The weights are one vector: hidden layer row by row, hidden biases, output layer row by row, output biases.</remarks>
public static partial class DigitNetwork
{
    /// <summary>Pixels of a digit.</summary>
    public const int Inputs = 64;

    /// <summary>Hidden units.</summary>
    public const int Hidden = 32;

    /// <summary>Digits to tell apart.</summary>
    public const int Classes = 10;

    /// <summary>Weights and biases of both layers.</summary>
    public const int Parameters = OutputBias + Classes;

    private const int HiddenBias = Hidden * Inputs;
    private const int Output = HiddenBias + Hidden;
    private const int OutputBias = Output + Classes * Hidden;

    /// <summary>The mean cross-entropy of the labelled digits, plus ½·decay·‖w‖².</summary>
    /// <param name="w">The weights.</param>
    /// <param name="x">The pixels, digit after digit.</param>
    /// <param name="label">The true class of each digit.</param>
    /// <param name="decay">The strength of the weight decay.</param>
    [Differentiable(Derivatives.Gradient | Derivatives.HessianVectorProduct | Derivatives.HessianDiagonal | Derivatives.Objective)]
    public static double Loss([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> x, ReadOnlySpan<int> label, double decay)
    {
        Span<double> h = stackalloc double[Hidden];
        Span<double> z = stackalloc double[Classes];
        double crossEntropy = 0;
        for (int n = 0; n < label.Length; n++)
        {
            Forward(w, x.Slice(n * Inputs, Inputs), h, z);
            double largest = z[0];
            for (int k = 1; k < Classes; k++) largest = Math.Max(largest, z[k]);
            double sum = 0;
            for (int k = 0; k < Classes; k++) sum += Math.Exp(z[k] - largest);
            crossEntropy += largest + Math.Log(sum) - z[label[n]];
        }

        double square = 0;
        for (int k = 0; k < w.Length; k++) square += w[k] * w[k];
        return crossEntropy / label.Length + 0.5 * decay * square;
    }

    /// <summary>Random weights of a scale at which the units are neither linear nor saturated (Glorot and Bengio 2010); biases zero.</summary>
    public static double[] InitialWeights(int seed)
    {
        Random random = new(seed);
        double[] w = new double[Parameters];
        double hidden = Math.Sqrt(6.0 / (Inputs + Hidden)), output = Math.Sqrt(6.0 / (Hidden + Classes));
        for (int k = 0; k < HiddenBias; k++) w[k] = hidden * (2 * random.NextDouble() - 1);
        for (int k = Output; k < OutputBias; k++) w[k] = output * (2 * random.NextDouble() - 1);
        return w;
    }

    /// <summary>The part of the digits whose largest output is the right one.</summary>
    public static double Accuracy(ReadOnlySpan<double> w, Digits digits)
    {
        Span<double> h = stackalloc double[Hidden];
        Span<double> z = stackalloc double[Classes];
        int right = 0;
        for (int n = 0; n < digits.Count; n++)
        {
            Forward(w, digits.Pixels.AsSpan(n * Inputs, Inputs), h, z);
            int best = 0;
            for (int k = 1; k < Classes; k++) if (z[k] > z[best]) best = k;
            if (best == digits.Labels[n]) right++;
        }
        return (double)right / digits.Count;
    }

    /// <summary>The outputs z of one digit, before the softmax; h are the hidden units.</summary>
    private static void Forward(ReadOnlySpan<double> w, ReadOnlySpan<double> x, Span<double> h, Span<double> z)
    {
        for (int j = 0; j < Hidden; j++)
        {
            double a = w[HiddenBias + j];
            for (int i = 0; i < Inputs; i++) a += w[j * Inputs + i] * x[i];
            h[j] = Math.Tanh(a);
        }
        for (int k = 0; k < Classes; k++)
        {
            double a = w[OutputBias + k];
            for (int j = 0; j < Hidden; j++) a += w[Output + k * Hidden + j] * h[j];
            z[k] = a;
        }
    }
}
