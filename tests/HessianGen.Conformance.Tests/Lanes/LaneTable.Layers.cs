namespace HessianGen.Conformance.Tests.Lanes;

public static partial class LaneTable
{
    /// <summary>Layers of any size: two outputs at a time, and what is left where their number is odd.</summary>
    private static LaneRow[] Layers =>
    [
        new("SkippingLayers_OfOddSize", """
            double F([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> x, int inputs)
            {
                double loss = 0;
                for (int n = 0; n < x.Length / (inputs + 5); n++)
                {
                    double output = 0;
                    for (int k = 0; k < 5; k++)
                    {
                        double a = x[n * (inputs + 5) + inputs + k];
                        for (int i = 0; i < inputs; i++) a += w[k * inputs + i] * x[n * (inputs + 5) + i];
                        output += a * a + x[n * (inputs + 5) + inputs + 4 - k];
                    }

                    for (int k = 0; k < inputs; k++)
                    {
                        double a = w[k];
                        for (int i = 0; i < inputs; i++) a += w[k * 5 + i % 5] * x[n * (inputs + 5) + i];
                        output += Math.Cos(a) * x[n * (inputs + 5) + k];
                    }

                    loss += output * output;
                }

                return loss;
            }
            """, (r, n) => [r.Vector(5 * (1 + n % 4)), r.Vector((6 + n % 4) * n), 1 + n % 4]),
        new("TriangularFactor_OfAnySize", """
            double F([Variable] ReadOnlySpan<double> factor, [Variable] ReadOnlySpan<double> mean, ReadOnlySpan<double> x)
            {
                int d = mean.Length;
                Span<double> centred = stackalloc double[d];
                double loss = 0;
                for (int n = 0; n < x.Length / d; n++)
                {
                    for (int i = 0; i < d; i++) centred[i] = x[n * d + i] - mean[i];
                    double distance = 0;
                    for (int i = 0; i < d; i++)
                    {
                        double z = 0;
                        for (int j = 0; j <= i; j++) z += factor[i * (i + 1) / 2 + j] * centred[j];
                        distance += z * z;
                    }

                    loss += Math.Log(1 + distance);
                }

                return loss;
            }
            """, (r, n) => [r.Vector((1 + n % 4) * (2 + n % 4) / 2), r.Vector(1 + n % 4), r.Vector((1 + n % 4) * n)]),
        new("LayersOfNegativeSize", """
            double F([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> x, int hidden, int inputs)
            {
                double loss = 0;
                for (int n = 0; n < x.Length / 3; n++)
                {
                    double y = w[0];
                    for (int j = 0; j < hidden - 3; j++)
                    {
                        double a = 0;
                        for (int i = 0; i < inputs; i++) a += w[j * 3 + i] * x[n * 3 + i];
                        y += Math.Tanh(a) * x[n * 3];
                    }

                    loss += y * y;
                }

                return loss;
            }
            """, (r, n) => [r.Vector(6), r.Vector(3 * n), n % 6, 3]),
        new("LayersDownwards", """
            double F([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> x, int hidden)
            {
                double loss = 0;
                for (int n = 0; n < x.Length / 3; n++)
                {
                    double y = 0;
                    for (int j = hidden - 1; j >= 0; j--)
                    {
                        double a = 0;
                        for (int i = 0; i < 3; i++) a += w[j * 3 + i] * x[n * 3 + i];
                        y = 0.5 * y + Math.Atan(a);
                    }

                    for (int j = hidden; j > 1; j -= 2) y += Math.Sin(w[j] * x[n * 3 + 1]);
                    loss += y * y;
                }

                return loss;
            }
            """, (r, n) => [r.Vector(3 * (1 + n % 4)), r.Vector(3 * n), n % 5 == 0 ? 0 : 1 + n % 4]),
        new("KeysOfAnySize", """
            double F([Variable] ReadOnlySpan<double> keys, ReadOnlySpan<double> x, int d)
            {
                int count = keys.Length / d;
                Span<double> score = stackalloc double[count];
                double loss = 0;
                for (int n = 0; n < x.Length / d; n++)
                {
                    double total = 0;
                    for (int k = 0; k < count; k++)
                    {
                        double q = 0;
                        for (int i = 0; i < d; i++) q += keys[k * d + i] * x[n * d + i];
                        score[k] = Math.Exp(q);
                        total += score[k];
                    }

                    for (int i = 0; i < d; i++)
                    {
                        double output = 0;
                        for (int k = 0; k < count; k++) output += score[k] / total * keys[k * d + i];
                        loss += (output - x[n * d + i]) * (output - x[n * d + i]);
                    }
                }

                return loss;
            }
            """, (r, n) => [r.Vector((1 + n % 3) * (2 + n % 4)), r.Vector((2 + n % 4) * n), 2 + n % 4]),
        new("Layers_OfAnotherSizeEachTime", """
            double F([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> x, int hidden)
            {
                double loss = 0;
                for (int n = 0; n < x.Length; n++)
                {
                    double t = 0;
                    for (int j = 0; j < hidden + n % 2; j++)
                    {
                        double a = 0;
                        for (int i = 0; i < hidden; i++) a += w[j * hidden + i] * x[n];
                        t += Math.Sin(a);
                    }

                    loss += t * t;
                }

                return loss;
            }
            """, (r, n) => [r.Vector((2 + n % 3) * (3 + n % 3)), r.Vector(n), 2 + n % 3]),
    ];
}
