namespace HessianGen.Conformance.Tests.Lanes;

public static partial class LaneTable
{
    /// <summary>Counters, indices, and what is computed from them.</summary>
    private static IEnumerable<LaneRow> Integers =>
    [
        new("CounterAsNumber", """
            double F([Variable] double[] w, int count)
            {
                double sum = 0;
                for (int i = 0; i < count; i++)
                {
                    double time = (double)i / (count + 1), half = i / 2, rest = i % 3;
                    sum += Math.Exp(w[0] * time) * half - w[1] * rest + w[2] * (2 * i - 5) * w[0];
                }

                return sum;
            }
            """, (r, n) => [r.Vector(3), n]),
        new("IntegersInBranches", """
            double F([Variable] double[] w, double[] t)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    int k = 0;
                    if (t[n] > 0.3) k = 1;
                    else if (t[n] < -0.3) k = 2 + n % 2;
                    double weight = n % 3 == 0 ? 0.5 : k;
                    sum += w[k] * w[k] * t[n] * weight;
                }

                return sum;
            }
            """, (r, n) => [r.Vector(4), r.Vector(n)]),
        new("PrivateIntegers", """
            double F([Variable] double[] w, double[] t, int[] order)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    Span<int> at = stackalloc int[3];
                    for (int k = 0; k < 3; k++) at[k] = (order[n] + k) % 3;
                    sum += w[at[0]] * w[at[1]] * t[n] - w[at[2]];
                }

                return sum;
            }
            """, (r, n) => [r.Vector(3), r.Vector(n), r.Integers(n, 3)]),
        new("SharedIntegers", """
            double F([Variable] double[] w, double[] t)
            {
                int[] place = new int[4];
                for (int k = 0; k < 4; k++) place[k] = 3 - k;
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    double y = 0;
                    for (int k = 0; k < 4; k++) y += w[place[k]] * Math.Cos(t[n] * k);
                    sum += y * y;
                }

                return sum;
            }
            """, (r, n) => [r.Vector(4), r.Vector(n)]),
        new("StartAndEnd", """
            double F(double[] x, int from, int to)
            {
                double sum = 1;
                for (int i = from; i < to; i++) sum += Math.Exp(x[i]) * x[i - from];
                return sum;
            }
            """, (r, n) => (n % 3) switch
            {
                0 => [r.Vector(n + 3), 3, n + 3],
                1 => [r.Vector(n + 1), n, 1],                          // the end before the start
                _ => [r.Vector(n), n / 2, n],
            }),
        new("StartInside", """
            double F(double[] x)
            {
                double sum = 0;
                for (int i = 5; i <= x.Length - 2; i++) sum += x[i] * x[i + 1] * Math.Sin(x[i - 5]);
                return sum;
            }
            """, (r, n) => [r.Vector(n + 6)]),
        new("StepOfTwo", """
            double F(double[] x)
            {
                double sum = 0;
                for (int i = 0; i + 1 < x.Length; i += 2) sum += Math.Exp(x[i]) * x[i + 1];
                return sum;
            }
            """, (r, n) => [r.Vector(n)]) { Scalar = "its step is not one" },
        new("Downwards", """
            double F(double[] x)
            {
                double sum = 0;
                for (int i = x.Length - 1; i >= 0; i--) sum += Math.Exp(x[i]) * x[x.Length - 1 - i];
                return sum;
            }
            """, (r, n) => [r.Vector(n)]) { Scalar = "its step is not one" },
        new("Mirrored", """
            double F(double[] x)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++) sum += Math.Exp(x[i]) * x[x.Length - 1 - i];
                return sum;
            }
            """, (r, n) => [r.Vector(n)]),
        new("MovingIndex", """
            double F(double[] x, double[] w, int count)
            {
                double sum = 0;
                for (int i = 0; i < count; i++)
                {
                    int p = i, q = 2 * i;
                    double y = x[p] * w[0];
                    p++;
                    y += x[p] * x[p];
                    for (int k = 0; k < 3; k++)
                    {
                        y += w[k] * Math.Sin(x[q]);
                        q++;
                    }

                    sum += y * x[p + 1];
                }

                return sum;
            }
            """, (r, n) => [r.Vector(2 * n + 2), r.Vector(3), n]),
        new("LongIndices", """
            double F([Variable] double[] x, long shift, uint stride, byte[] code)
            {
                double sum = 0;
                for (int i = 0; i < code.Length; i++)
                {
                    long at = i + shift;
                    int row = (int)(i * stride);
                    sum += x[at] * x[row] * (code[i] + 1) + Math.Exp(x[(int)at + code[i]]);
                }

                return sum;
            }
            """, (r, n) => [r.Vector(2 * n + 6), 2L, 2u, Enumerable.Range(0, n).Select(_ => (byte)r.OneOf(0, 1, 3)).ToArray()]),
        new("Divisions", """
            double F([Variable] double[] w, int[] parts, int total)
            {
                double sum = 0;
                for (int n = 0; n < parts.Length; n++)
                {
                    int share = parts[n] == 0 ? 0 : total / parts[n];
                    if (parts[n] > 0 && total % parts[n] == 1) sum += w[1] * w[0];
                    sum += Math.Sin(w[0] * share) + w[1] * n * share;
                }

                return sum;
            }
            """, (r, n) => [r.Vector(2), r.Integers(n, 4), 7]),
        new("Interpolation", """
            double F([Variable] double[] w, double[] t)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    int k = Math.Min((int)t[n], w.Length - 2);
                    double part = t[n] - k, y = w[k] * (1 - part) + w[k + 1] * part;
                    sum += y * y * y;
                }

                return sum;
            }
            """, (r, n) => [r.Vector(6), r.Vector(n, 0, 5)]),
        new("Bounds_ByDivision", """
            double F([Variable] double[] w, double[] t, int total, int parts)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    double y = t[n];
                    for (int k = 0; k < total / parts; k++) y += w[k] * Math.Sin(w[k] * t[n]);
                    sum += y * y;
                }

                return sum;
            }
            """, (r, n) => [r.Vector(4), r.Vector(n), 8, n == 0 ? 0 : 2]),
    ];
}
