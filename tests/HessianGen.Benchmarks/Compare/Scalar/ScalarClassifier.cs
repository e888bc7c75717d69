using static HessianGen.Benchmarks.Workloads.Classifier;

namespace HessianGen.Benchmarks.Compare.Scalar;

/// <summary>The derivatives of W4 as plain loops.</summary>
internal static class ScalarClassifier
{
    public static double Gradient(ReadOnlySpan<double> w, ReadOnlySpan<double> x, ReadOnlySpan<int> label, Span<double> gradient)
    {
        Span<double> a = stackalloc double[Hidden], residual = stackalloc double[Classes];
        double loss = 0;
        gradient.Clear();
        for (int n = 0; n < label.Length; n++)
        {
            ReadOnlySpan<double> row = x.Slice(n * Inputs, Inputs);
            loss += Forward(w, row, label[n], a, residual);
            residual[label[n]] -= 1;
            for (int k = 0; k < Classes; k++)
            {
                gradient[Bias2 + k] += residual[k];
                for (int j = 0; j < Hidden; j++) gradient[Weights2 + k * Hidden + j] += residual[k] * a[j];
            }

            for (int j = 0; j < Hidden; j++)
            {
                double back = 0;
                for (int k = 0; k < Classes; k++) back += residual[k] * w[Weights2 + k * Hidden + j];
                back *= 1 - a[j] * a[j];
                gradient[Bias1 + j] += back;
                for (int i = 0; i < Inputs; i++) gradient[j * Inputs + i] += back * row[i];
            }
        }

        foreach (ref double entry in gradient) entry /= label.Length;
        return loss / label.Length;
    }

    public static double Product(ReadOnlySpan<double> w, ReadOnlySpan<double> x, ReadOnlySpan<int> label, ReadOnlySpan<double> v, Span<double> product)
    {
        Span<double> a = stackalloc double[Hidden], p = stackalloc double[Classes], da = stackalloc double[Hidden], dp = stackalloc double[Classes];
        product.Clear();
        for (int n = 0; n < label.Length; n++)
        {
            ReadOnlySpan<double> row = x.Slice(n * Inputs, Inputs);
            Forward(w, row, label[n], a, p);
            for (int j = 0; j < Hidden; j++)
            {
                double sum = v[Bias1 + j];
                for (int i = 0; i < Inputs; i++) sum += v[j * Inputs + i] * row[i];
                da[j] = sum * (1 - a[j] * a[j]);
            }

            double mean = 0;
            for (int k = 0; k < Classes; k++)
            {
                double sum = v[Bias2 + k];
                for (int j = 0; j < Hidden; j++) sum += w[Weights2 + k * Hidden + j] * da[j] + v[Weights2 + k * Hidden + j] * a[j];
                dp[k] = sum;
                mean += p[k] * sum;
            }

            for (int k = 0; k < Classes; k++) dp[k] = p[k] * (dp[k] - mean);
            p[label[n]] -= 1;
            for (int k = 0; k < Classes; k++)
            {
                product[Bias2 + k] += dp[k];
                for (int j = 0; j < Hidden; j++) product[Weights2 + k * Hidden + j] += dp[k] * a[j] + p[k] * da[j];
            }

            for (int j = 0; j < Hidden; j++)
            {
                double back = 0, dback = 0;
                for (int k = 0; k < Classes; k++)
                {
                    back += p[k] * w[Weights2 + k * Hidden + j];
                    dback += dp[k] * w[Weights2 + k * Hidden + j] + p[k] * v[Weights2 + k * Hidden + j];
                }

                dback = dback * (1 - a[j] * a[j]) - 2 * a[j] * da[j] * back;
                product[Bias1 + j] += dback;
                for (int i = 0; i < Inputs; i++) product[j * Inputs + i] += dback * row[i];
            }
        }

        foreach (ref double entry in product) entry /= label.Length;
        return 0;
    }

    // Fills the activations and the probabilities; returns the loss.
    private static double Forward(ReadOnlySpan<double> w, ReadOnlySpan<double> row, int label, Span<double> a, Span<double> p)
    {
        for (int j = 0; j < Hidden; j++)
        {
            double z = w[Bias1 + j];
            for (int i = 0; i < Inputs; i++) z += w[j * Inputs + i] * row[i];
            a[j] = Math.Tanh(z);
        }

        double sum = 0, wanted = 0;
        for (int k = 0; k < Classes; k++)
        {
            double z = w[Bias2 + k];
            for (int j = 0; j < Hidden; j++) z += w[Weights2 + k * Hidden + j] * a[j];
            if (k == label) wanted = z;
            p[k] = Math.Exp(z);
            sum += p[k];
        }

        for (int k = 0; k < Classes; k++) p[k] /= sum;
        return Math.Log(sum) - wanted;
    }
}
