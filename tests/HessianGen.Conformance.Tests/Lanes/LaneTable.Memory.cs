namespace HessianGen.Conformance.Tests.Lanes;

public static partial class LaneTable
{
    /// <summary>Arrays that iterations have for themselves, that they share, and that are copied.</summary>
    private static IEnumerable<LaneRow> Memory =>
    [
        new("CopiesAndFills", """
            double F([Variable] double[] w, double[] t)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    Span<double> z = stackalloc double[4], u = stackalloc double[4];
                    z.Fill(t[n]);
                    u.Clear();
                    for (int k = 0; k < 3; k++) z[k] *= w[k];
                    z.Slice(1, 2).CopyTo(u.Slice(2));
                    z[..2].CopyTo(u);
                    if (t[n] > 0) u.Slice(0, 2).Fill(w[0] * t[n]);
                    for (int k = 0; k < 4; k++) sum += u[k] * Math.Sin(z[k]);
                }

                return sum;
            }
            """, (r, n) => [r.Vector(3), r.Vector(n)]),
        new("WholeIntoPart", """
            double F([Variable] ReadOnlySpan<double> x, double a)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    double[] part = new double[2], all = new double[5];
                    part[0] = x[i] * a;
                    part[1] = Math.Sin(x[i]);
                    part.CopyTo(all, 2);
                    for (int k = 0; k < 5; k++) sum += all[k] * all[k] * (k + 1);
                }

                return sum;
            }
            """, (r, n) => [r.Vector(n), r.Uniform(0.5, 1)]),
        new("ShiftedWindow", """
            double F([Variable] double[] w, double[] t)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    double[] z = new double[5];
                    for (int k = 0; k < 5; k++) z[k] = w[k] * (t[n] + k);
                    z.AsSpan(0, 4).CopyTo(z.AsSpan(1));
                    for (int k = 0; k < 5; k++) sum += Math.Sin(z[k]) * (k + 1);
                    z.AsSpan(2).CopyTo(z);
                    for (int k = 0; k < 5; k++) sum += z[k] * z[k] * (k + 1);
                }

                return sum;
            }
            """, (r, n) => [r.Vector(5), r.Vector(n)]),
        new("WholeCopies", """
            double F(double[] x, double scale)
            {
                double[] y = (double[])x.Clone(), z = new double[x.Length];
                for (int i = 0; i < x.Length; i++) y[i] = Math.Exp(scale * y[i]);
                y.AsSpan().CopyTo(z);
                for (int i = 0; i < x.Length; i++) z[i] = z[i] * y[x.Length - 1 - i] + x[i];
                double sum = 0;
                for (int i = 0; i < x.Length; i++) sum += z[i] * y[i];
                return sum;
            }
            """, (r, n) => [r.Vector(n), r.Uniform(0.3, 0.9)]),
        new("PrivateSums", """
            double F([Variable] double[] w, double[] t)
            {
                double[] total = new double[4];
                for (int n = 0; n < t.Length; n++)
                {
                    double[] part = new double[3], mixed = new double[3];
                    double y = Math.Exp(w[0] * t[n]), v = Math.Sin(w[1] * t[n]);
                    for (int k = 0; k < 3; k++) part[k] += y * w[k] - t[n] * v + 0.5;
                    y *= 2;
                    for (int k = 0; k < 3; k++) mixed[k] -= (part[2 - k] - y) * w[2] + v * y;
                    for (int k = 0; k < 3; k++) total[k] += 2 * part[k] - mixed[k] * w[k] + t[n] * y;
                    for (int k = 0; k < 3; k++) total[k + 1] -= v - mixed[k];
                }

                return total[0] * total[1] + total[2] * total[2] - total[3];
            }
            """, (r, n) => [r.Vector(3), r.Vector(n)]),
        new("PrivateSums_OfSomeLanes", """
            double F([Variable] double[] w, double[] t)
            {
                double[] total = new double[3];
                for (int n = 0; n < t.Length; n++)
                {
                    double[] written = new double[3], read = new double[3];
                    double y = Math.Exp(w[0] * t[n]);
                    for (int k = 0; k < 3; k++)
                    {
                        if (t[n] > 0.1) written[k] += y * w[k];
                        read[k] += y * w[2 - k];
                    }

                    for (int k = 0; k < 3; k++) total[k] += written[k];
                    if (t[n] < 0.3)
                    {
                        for (int k = 0; k < 3; k++) total[k] -= read[k];
                    }
                }

                return total[0] * total[1] + total[2];
            }
            """, (r, n) => [r.Vector(3), r.Vector(n)]),
        new("PrivateSums_OfOtherUse", """
            double F([Variable] double[] w, double[] t)
            {
                double[] total = new double[3];
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    double[] squared = new double[3], filled = new double[3], scaled = new double[3], factor = new double[3];
                    double y = Math.Exp(w[0] * t[n]);
                    filled.AsSpan().Fill(0.25);
                    for (int k = 0; k < 3; k++)
                    {
                        squared[k] += y * w[k];
                        filled[k] += y;
                        scaled[k] += y * w[1];
                        factor[k] += y * w[2];
                    }

                    for (int k = 0; k < 3; k++) scaled[k] *= t[n];
                    for (int k = 0; k < 3; k++) total[k] += squared[k] + filled[k] + scaled[k] + t[n] * factor[k];
                    sum += squared[0] * squared[2];
                }

                return total[0] * total[1] + total[2] + sum;
            }
            """, (r, n) => [r.Vector(3), r.Vector(n)]),
        new("ReadsAroundWrites", """
            double F([Variable] double[] w, double[] t)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    double[] z = new double[3];
                    for (int k = 0; k < 3; k++) z[k] = w[k] * t[n];
                    double first = z[1], kept = z[2];
                    kept *= 2;
                    sum += first * z[1] + kept * z[2];
                    z[1] = first * first + z[2];
                    sum += z[1] * z[2];
                    for (int k = 0; k < 3; k++)
                    {
                        sum += z[1] * Math.Sin(z[k] + z[0]);
                        z[k] *= z[1] + t[n];
                        if (t[n] > 0) z[1] = z[k] * 0.5;
                        sum += z[1] * z[k];
                    }

                    if (t[n] < 0.2)
                    {
                        double before = z[0];
                        z[0] = before * w[1];
                        sum += z[0] * before + z[1];
                    }

                    sum += z[0] * z[1] + z[2] * z[0];
                }

                return sum;
            }
            """, (r, n) => [r.Vector(3), r.Vector(n)]),
        new("Histogram", """
            double F(double[] x, int[] bin)
            {
                double[] total = new double[4];
                for (int i = 0; i < x.Length; i++) total[bin[i]] += x[i] * Math.Cos(x[i]);
                double sum = 0;
                for (int k = 0; k < 4; k++) sum += total[k] * total[k] * (k + 1);
                return sum;
            }
            """, (r, n) => [r.Vector(n), r.Integers(n, 4)]),
        new("OneArray_OfTwoLoops", """
            double F([Variable] double[] w, double[] t)
            {
                double[] z = new double[3];
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    for (int k = 0; k < 3; k++) z[k] = Math.Exp(w[k] * t[n]);
                    double a = z[0] * t[n], b = z[1] - a, c = z[2] * b, d = Math.Sin(c), e = d * a, f = Math.Cos(e), g = f + b * c, h = Math.Tanh(g - a);
                    double a1 = h * t[n], b1 = d - a1, c1 = e * b1, d1 = Math.Sin(c1), e1 = d1 * a1, f1 = Math.Cos(e1), g1 = f1 + b1 * c1, h1 = Math.Tanh(g1 - a1);
                    if (h1 > 0.2) sum += h1 * h;
                    else if (a1 > 0) sum -= b1 * f;
                    else sum += g1;
                }

                for (int n = 0; n < t.Length; n++)
                {
                    for (int k = 0; k < 3; k++) z[k] = w[k] - t[n];
                    double y = 1;
                    for (int k = 0; k < 3; k++) y += z[k] * z[k];
                    sum += Math.Sqrt(y);
                }

                return sum;
            }
            """, (r, n) => [r.Vector(3), r.Vector(n)]) { Scalar = "what is in the array is of both loops" },
        new("OneArray_OfLanesAndNot", """
            double F([Variable] double[] w, double[] t)
            {
                double[] z = new double[3];
                double sum = 0, level = 0.5;
                for (int n = 0; n < t.Length; n++)
                {
                    for (int k = 0; k < 3; k++) z[k] = Math.Exp(w[k] * t[n]);
                    sum += z[0] * z[1] - z[2];
                }

                for (int n = 0; n < t.Length; n++)
                {
                    for (int k = 0; k < 3; k++) z[k] = w[k] * level + t[n];
                    level = Math.Tanh(z[0] + z[1] * z[2]);
                    sum += level;
                }

                for (int k = 0; k < 3; k++) z[k] = k * w[k];
                return sum + z[1] * z[2];
            }
            """, (r, n) => [r.Vector(3), r.Vector(n)]) { Scalar = "what is in the array is of both loops" },
        new("TimeSteps", """
            double F(double[] x, double rate, int steps)
            {
                int n = x.Length;
                double[] u = new double[n], next = new double[n];
                for (int i = 0; i < n; i++) u[i] = x[i];
                for (int s = 0; s < steps; s++)
                {
                    for (int i = 0; i < n; i++)
                    {
                        double left = i > 0 ? u[i - 1] : 0, right = i + 1 < n ? u[i + 1] : 0;
                        next[i] = u[i] + rate * (left - 2 * u[i] + right) + 0.1 * Math.Sin(u[i]);
                    }

                    for (int i = 0; i < n; i++) u[i] = next[i];
                }

                double energy = 0;
                for (int i = 0; i < n; i++) energy += u[i] * u[i];
                return energy;
            }
            """, (r, n) => [r.Vector(n), r.Uniform(0.1, 0.3), 3]),
        new("Epochs", """
            double F([Variable] double[] w, double[] t, double[] y, int epochs)
            {
                double a = w[0], b = w[1];
                for (int e = 0; e < epochs; e++)
                {
                    double ga = 0, gb = 0;
                    for (int n = 0; n < t.Length; n++)
                    {
                        double error = a * Math.Exp(b * t[n]) - y[n];
                        ga += error * t[n];
                        gb += error * error;
                    }

                    a -= 0.3 * ga / (1 + t.Length);
                    b -= 0.2 * gb / (1 + t.Length);
                }

                return a * a + b;
            }
            """, (r, n) => [r.Vector(2), r.Vector(n), r.Vector(n), 4]),
        new("GrowingTape", """
            double F([Variable] double[] w, double[] t)
            {
                double level = w[0], sum = 0;
                int steps = 0;
                while (steps < 5 && Math.Abs(level) < 100)
                {
                    double mean = 0;
                    for (int n = 0; n < t.Length; n++)
                    {
                        double a = 0;
                        for (int k = 0; k < 3; k++) a += w[k] * Math.Sin(level * t[n] + k);
                        mean += a * a;
                    }

                    level = Math.Cos(mean / (1 + t.Length)) + 0.1 * w[1];
                    sum += level * level;
                    steps++;
                }

                return sum;
            }
            """, (r, n) => [r.Vector(3), r.Vector(n)]),
        new("TwoRowsAtOnce", """
            double F(double[,] x, [Variable] double[] w)
            {
                double sum = 0;
                for (int n = 0; n < x.GetLength(0); n++)
                {
                    double dot = 0;
                    for (int i = 0; i < x.GetLength(1); i++) dot += x[n, i] * w[i];
                    sum += Math.Log(1 + dot * dot);
                }

                return sum;
            }
            """, (r, n) => [r.Matrix(n, 3), r.Vector(3)]) { LargeSize = 301, Scalar = "its loops end where GetLength says so" },
        new("RowsOfRows", """
            double F([Variable] double[] w, double[][] x)
            {
                double sum = 0;
                for (int n = 0; n < x.Length; n++)
                {
                    double dot = 0;
                    for (int i = 0; i < x[n].Length; i++) dot += x[n][i] * w[i];
                    sum += Math.Log(1 + dot * dot);
                }

                return sum;
            }
            """, (r, n) => [r.Vector(3), Enumerable.Range(0, n).Select(k => r.Vector(k % 4)).ToArray()]) { Sizes = [1, 7, 8, 9, 16, 17, 33] },
    ];
}
