namespace HessianGen.Benchmarks.Workloads;

/// <summary>W4: a network 64-32-10 with tanh and softmax cross-entropy, the mean over the samples.</summary>
public static partial class Classifier
{
    public const int Inputs = 64, Hidden = 32, Classes = 10;
    public const int Bias1 = Hidden * Inputs, Weights2 = Bias1 + Hidden, Bias2 = Weights2 + Classes * Hidden, Weights = Bias2 + Classes;

    [Differentiable(Derivatives.Value | Derivatives.Gradient | Derivatives.HessianVectorProduct | Derivatives.HessianVectorProducts | Derivatives.Objective)]
    public static double Loss([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> x, ReadOnlySpan<int> label)
    {
        Span<double> h = stackalloc double[Hidden], z = stackalloc double[Classes];
        double loss = 0;
        for (int n = 0; n < label.Length; n++)
        {
            for (int j = 0; j < Hidden; j++)
            {
                double a = w[Bias1 + j];
                for (int i = 0; i < Inputs; i++) a += w[j * Inputs + i] * x[n * Inputs + i];
                h[j] = Math.Tanh(a);
            }

            double sum = 0;
            for (int k = 0; k < Classes; k++)
            {
                double a = w[Bias2 + k];
                for (int j = 0; j < Hidden; j++) a += w[Weights2 + k * Hidden + j] * h[j];
                z[k] = a;
                sum += Math.Exp(a);
            }

            loss += Math.Log(sum) - z[label[n]];
        }

        return loss / label.Length;
    }
}
