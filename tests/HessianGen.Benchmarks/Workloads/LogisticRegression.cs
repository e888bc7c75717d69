namespace HessianGen.Benchmarks.Workloads;

/// <summary>W3: mean logistic loss over rows of <c>x</c> with labels 0 and 1, plus λ/2·|w|².</summary>
public static partial class LogisticRegression
{
    [Differentiable(Derivatives.Value | Derivatives.Gradient | Derivatives.HessianVectorProduct | Derivatives.Hessian | Derivatives.Objective)]
    public static double Loss([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> x, ReadOnlySpan<double> label, double lambda)
    {
        double loss = 0;
        for (int n = 0; n < label.Length; n++)
        {
            double z = 0;
            for (int i = 0; i < w.Length; i++) z += x[n * w.Length + i] * w[i];
            loss += Math.Log(1 + Math.Exp(z)) - label[n] * z;
        }

        double norm = 0;
        for (int i = 0; i < w.Length; i++) norm += w[i] * w[i];
        return loss / label.Length + 0.5 * lambda * norm;
    }
}
