namespace HessianGen.Benchmarks.Workloads;

/// <summary>W4s: a network 8-8-1 with tanh, half the mean of the squared residuals.</summary>
public static partial class SmallRegression
{
    public const int Inputs = 8, Hidden = 8;
    public const int Bias1 = Hidden * Inputs, Weights2 = Bias1 + Hidden, Bias2 = Weights2 + Hidden, Weights = Bias2 + 1;

    [Differentiable(Derivatives.Hessian)]
    public static double Loss([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> x, ReadOnlySpan<double> target)
    {
        double loss = 0;
        for (int n = 0; n < target.Length; n++)
        {
            double y = w[Bias2];
            for (int j = 0; j < Hidden; j++)
            {
                double a = w[Bias1 + j];
                for (int i = 0; i < Inputs; i++) a += w[j * Inputs + i] * x[n * Inputs + i];
                y += w[Weights2 + j] * Math.Tanh(a);
            }

            double residual = y - target[n];
            loss += residual * residual;
        }

        return 0.5 * loss / target.Length;
    }
}
