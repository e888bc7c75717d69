namespace HessianGen.Conformance.Tests.Lanes;

public static partial class LaneTable
{
    /// <summary>One loop over numbers, and what it sums up.</summary>
    private static IEnumerable<LaneRow> Sums =>
    [
        new("PlainSum", """
            double F(ReadOnlySpan<double> x)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++) sum += x[i] * x[i] * Math.Exp(-x[i]);
                return sum;
            }
            """, (r, n) => [r.Vector(n)]),
        new("ForEachSum", """
            double F(double[] x, double scale)
            {
                double sum = 1;
                foreach (double value in x)
                {
                    double y = scale * value;
                    sum -= Math.Sin(y) * value;
                }

                return sum;
            }
            """, (r, n) => [r.Vector(n), r.Uniform(0.5, 2)]),
        new("Neighbours", """
            double F(ReadOnlySpan<double> x)
            {
                double energy = 0;
                for (int i = 1; i < x.Length - 1; i++)
                {
                    double bend = x[i - 1] - 2 * x[i] + x[i + 1];
                    energy += bend * bend * Math.Cos(x[i]) + x[i - 1] * x[i + 1];
                }

                return energy;
            }
            """, (r, n) => [r.Vector(n)]),
        new("Pairs", """
            double F(ReadOnlySpan<double> x)
            {
                double sum = 0;
                for (int i = 0; i + 1 < x.Length; i++)
                {
                    double a = x[i + 1] - x[i] * x[i], b = 1 - x[i];
                    sum += 100 * a * a + b * b;
                }

                return sum;
            }
            """, (r, n) => [r.Vector(n)]),
        new("SeveralSums", """
            double F([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> t, ReadOnlySpan<double> y)
            {
                double xx = 0, xy = 0, yy = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    double a = Math.Tanh(w[0] * t[n] + w[1]), b = y[n] - w[2] * t[n];
                    xx += a * a;
                    xy -= a * b;
                    yy += b * b;
                }

                return xx * yy - xy * xy + Math.Log(1 + xx);
            }
            """, (r, n) => [r.Vector(3), r.Vector(n), r.Vector(n)]),
        new("ConditionalSums", """
            double F(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
            {
                double inside = 0, outside = 2;
                for (int i = 0; i < x.Length; i++)
                {
                    inside = x[i] > 0.1 ? inside + x[i] * y[i] : inside;
                    if (y[i] < 0) outside -= x[i] * x[i] * y[i];
                    else outside += Math.Sqrt(1 + x[i] * x[i]);
                }

                return inside * outside;
            }
            """, (r, n) => [r.Vector(n), r.Vector(n)]),
        new("PrefixSums", """
            double F(ReadOnlySpan<double> x)
            {
                double prefix = 0, sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    prefix += 0.1 * x[i];
                    sum += prefix * Math.Sin(x[i]);
                }

                return sum;
            }
            """, (r, n) => [r.Vector(n)]) { Scalar = "each iteration needs the sum so far" },
        new("RunningMaximum", """
            double F(ReadOnlySpan<double> x)
            {
                double most = -10;
                for (int i = 0; i < x.Length; i++) most = Math.Max(most, x[i] * x[i] * x[i]);
                return most * most;
            }
            """, (r, n) => [r.Vector(n)]) { Scalar = "each iteration needs the greatest so far" },
        new("RunningProduct", """
            double F(ReadOnlySpan<double> x)
            {
                double product = 1;
                for (int i = 0; i < x.Length; i++) product *= 1 + 0.1 * x[i];
                return product;
            }
            """, (r, n) => [r.Vector(n)]) { Scalar = "each iteration needs the product so far" },
        new("LastValue", """
            double F([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> t)
            {
                double last = 1, sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    last = Math.Exp(w[0] * t[n]);
                    sum += last * w[1];
                }

                return sum * last;
            }
            """, (r, n) => [r.Vector(2), r.Vector(n)]) { Scalar = "the last iteration's number is used after the loop" },
        new("FloatSum", """
            float F(ReadOnlySpan<float> x, float scale)
            {
                float sum = 0;
                for (int i = 0; i < x.Length; i++) sum += MathF.Tanh(scale * x[i]) * x[i];
                return sum;
            }
            """, (r, n) => [r.Singles(n), (float)r.Uniform(0.5, 1.5)]) { Tolerance = 3e-5 },
        new("FloatFit", """
            float F([Variable] ReadOnlySpan<float> w, ReadOnlySpan<float> t, ReadOnlySpan<int> group)
            {
                float sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    float e = w[group[n]] * MathF.Exp(-w[3] * t[n]) - 0.5f;
                    if (e > 0.25f) e = 0.5f * e + 0.125f * (float)(n % 4);
                    sum += e * e;
                }

                return sum;
            }
            """, (r, n) => [r.Singles(4, 0.25, 0.95), r.Singles(n, 0, 1), r.Integers(n, 3)]) { Tolerance = 3e-5 },
        new("StrictSum", """
            double F(ReadOnlySpan<double> x)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++) sum += x[i] * x[i] * Math.Exp(-x[i]);
                return sum;
            }
            """, (r, n) => [r.Vector(n)]) { Options = ", FloatingPoint = FloatingPointMode.Strict", Scalar = "its operations keep their order" },
    ];
}
