namespace HessianGen.Benchmarks.Compare.Scalar;

/// <summary>The derivatives of W3 as plain loops.</summary>
internal static class ScalarLogistic
{
    public static double Gradient(ReadOnlySpan<double> w, ReadOnlySpan<double> x, ReadOnlySpan<double> label, double lambda, Span<double> gradient)
    {
        double loss = 0;
        gradient.Clear();
        for (int n = 0; n < label.Length; n++)
        {
            ReadOnlySpan<double> row = x.Slice(n * w.Length, w.Length);
            double z = Dot(row, w), e = Math.Exp(z);
            loss += Math.Log(1 + e) - label[n] * z;
            Add(e / (1 + e) - label[n], row, gradient);
        }

        Finish(label.Length, lambda, w, gradient);
        return loss / label.Length + 0.5 * lambda * Dot(w, w);
    }

    public static double Product(ReadOnlySpan<double> w, ReadOnlySpan<double> x, double lambda, ReadOnlySpan<double> direction, Span<double> product)
    {
        int samples = x.Length / w.Length;
        product.Clear();
        for (int n = 0; n < samples; n++)
        {
            ReadOnlySpan<double> row = x.Slice(n * w.Length, w.Length);
            double e = Math.Exp(Dot(row, w));
            Add(e / ((1 + e) * (1 + e)) * Dot(row, direction), row, product);
        }

        Finish(samples, lambda, direction, product);
        return 0;
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static void Add(double factor, ReadOnlySpan<double> row, Span<double> result)
    {
        for (int i = 0; i < row.Length; i++) result[i] += factor * row[i];
    }

    private static void Finish(int samples, double lambda, ReadOnlySpan<double> variables, Span<double> result)
    {
        for (int i = 0; i < result.Length; i++) result[i] = result[i] / samples + lambda * variables[i];
    }
}
