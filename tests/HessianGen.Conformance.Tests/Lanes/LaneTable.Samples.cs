namespace HessianGen.Conformance.Tests.Lanes;

public static partial class LaneTable
{
    /// <summary>Losses over samples: fits, layers, labels, rows of tables.</summary>
    private static IEnumerable<LaneRow> Samples =>
    [
        new("CurveFit", """
            double F([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> t, ReadOnlySpan<double> y)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    double error = w[0] * Math.Exp(-w[1] * t[n]) + w[2] - y[n];
                    sum += error * error;
                }

                return 0.5 * sum;
            }
            """, (r, n) => [r.Vector(3), r.Vector(n), r.Vector(n)]),
        new("CurveFit_Functions", """
            double F([Variable] double a, [Variable] double b, double[] t)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    double p = Math.Pow(t[n], a), q = Math.Log(b * t[n] + 2), s = Math.Cbrt(p + t[n]);
                    sum += p * q - double.Hypot(s, b) + Math.Round(3 * t[n]) * a + Math.Floor(2 * t[n]) * b - Math.Sign(t[n] - 1) * a * b + double.LogP1(p) * SpecialFunctions.Erf(a * t[n]);
                }

                return sum;
            }
            """, (r, n) => [r.Uniform(0.5, 1.5), r.Uniform(0.5, 1.5), r.Vector(n, 0.2, 3)]),
        new("ExpectedImprovement", """
            double F([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> x, double best)
            {
                double sum = 0, scale = Math.Exp(w[2]);
                for (int n = 0; n < x.Length; n++)
                {
                    double gain = w[0] + w[1] * x[n] - best, deviation = scale * Math.Sqrt(1 + x[n] * x[n]), z = gain / deviation;
                    sum += gain * SpecialFunctions.NormalCdf(z) + deviation * SpecialFunctions.NormalPdf(z) - 0.5 * SpecialFunctions.Gaussian(w[1] * x[n]);
                }

                return sum;
            }
            """, (r, n) => [r.Vector(3), r.Vector(n, -3, 3), 0.5]),
        new("CurveFit_Angles", """
            double F([Variable] ReadOnlySpan<double> w, double[] t, double[] y)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    double angle = Math.Atan2(w[0] * t[n] + w[1], 2 + y[n] * w[2]);
                    sum += angle * Math.Cos(w[1] * y[n]) + Math.Atan(t[n] * w[2]);
                }

                return sum;
            }
            """, (r, n) => [r.Vector(3), r.Vector(n), r.Vector(n)]),
        new("DenseLayer", """
            double F([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
            {
                const int Inputs = 3, Hidden = 4;
                double loss = 0;
                for (int n = 0; n < y.Length; n++)
                {
                    double[] z = new double[Hidden];
                    for (int k = 0; k < Hidden; k++)
                    {
                        double a = w[Hidden * Inputs + k];
                        for (int i = 0; i < Inputs; i++) a += w[k * Inputs + i] * x[n * Inputs + i];
                        z[k] = Math.Tanh(a);
                    }

                    double output = 0;
                    for (int k = 0; k < Hidden; k++) output += w[Hidden * (Inputs + 1) + k] * z[k];
                    loss += (output - y[n]) * (output - y[n]);
                }

                return loss / (1 + y.Length);
            }
            """, (r, n) => [r.Vector(20), r.Vector(3 * n), r.Vector(n)]),
        new("Mixture", """
            double F([Variable] ReadOnlySpan<double> means, [Variable] ReadOnlySpan<double> factors, ReadOnlySpan<double> x)
            {
                const int Dimension = 4, Clusters = 2;
                Span<double> term = stackalloc double[Clusters], centred = stackalloc double[Dimension];
                double result = 0;
                for (int n = 0; n < x.Length / Dimension; n++)
                {
                    double sum = 0;
                    for (int k = 0; k < Clusters; k++)
                    {
                        for (int i = 0; i < Dimension; i++) centred[i] = x[n * Dimension + i] - means[k * Dimension + i];
                        double distance = 0;
                        for (int row = 0; row < Dimension; row++)
                        {
                            double y = centred[row];
                            for (int column = 0; column < row; column++) y += factors[k * 6 + row * (row - 1) / 2 + column] * centred[column];
                            distance += y * y;
                        }

                        sum += Math.Exp(-0.5 * distance);
                    }

                    result += Math.Log(0.1 + sum);
                }

                return result;
            }
            """, (r, n) => [r.Vector(8), r.Vector(12), r.Vector(4 * n)]),
        new("TriangularProducts", """
            double F([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> x)
            {
                double result = 0;
                for (int n = 0; n < x.Length / 6; n++)
                {
                    double[] z = new double[6];
                    for (int i = 0; i < 6; i++) z[i] = x[n * 6 + i] * w[i];
                    for (int row = 0; row < 6; row++)
                    {
                        double y = z[row], v = w[row];
                        for (int i = 0; i < row; i++)
                        {
                            int at = 5 - i;
                            double element = w[at] * z[i];
                            y += element;
                            v += element * element;
                        }

                        result += y * v;
                    }

                    for (int before = 0; before < 6; before++)
                    {
                        double y = z[before];
                        for (int i = 0; i < before - 1; i++) y += w[i] * z[i];
                        result += y * y;
                    }

                    for (int twice = 0; twice < 4; twice++)
                    {
                        double y = z[twice];
                        for (int i = 0; i < 2 * twice; i++) y += w[i] * z[5 - i];
                        result += Math.Sin(y);
                    }

                    for (int down = 0; down < 6; down++)
                    {
                        double y = z[down];
                        for (int i = 0; i < 6 - down; i++) y += w[i] * z[i];
                        result += y * y;
                    }
                }

                return result;
            }
            """, (r, n) => [r.Vector(6), r.Vector(6 * n)]),
        new("RowSums", """
            double F([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> x, ReadOnlySpan<double> label)
            {
                double loss = 0;
                for (int n = 0; n < label.Length; n++)
                {
                    double z = 0, size = 1;
                    for (int i = 0; i < w.Length; i++)
                    {
                        z += x[n * w.Length + i] * w[i];
                        size += x[n * w.Length + i] * x[n * w.Length + i];
                    }

                    loss += Math.Log(1 + Math.Exp(z)) / size - label[n] * z;
                }

                return loss;
            }
            """, (r, n) => [r.Vector(RowLength(n)), r.Vector(RowLength(n) * n), r.Vector(n)]),
        new("RowsAtAnyDistance", """
            double F([Variable] double[] w, [Variable] double[] x, int rows, int start, int d)
            {
                double loss = 0;
                for (int n = 0; n < rows; n++)
                {
                    double z = 0;
                    for (int i = 0; i < w.Length; i++) z += x[start + n * d + i] * w[i];
                    loss += Math.Log(1 + Math.Exp(z));
                }

                return loss;
            }
            """, (r, n) => (n % 3) switch
            {
                0 => [r.Vector(17), r.Vector(2 * n + 18), n, 3, 2],     // rows overlap
                1 => [r.Vector(9), r.Vector(10), n, 1, 0],              // all rows are the same
                _ => [r.Vector(8), r.Vector(n + 8), n, n, -1],          // backwards
            }),
        new("FloatRows", """
            float F([Variable] ReadOnlySpan<float> w, ReadOnlySpan<float> x, int rows)
            {
                float loss = 0;
                for (int n = 0; n < rows; n++)
                {
                    float z = 0;
                    for (int i = 0; i < w.Length; i++) z += x[n * w.Length + i] * w[i];
                    loss += MathF.Log(1 + MathF.Exp(0.3f * z));
                }

                return loss;
            }
            """, (r, n) => [r.Singles(2 * RowLength(n)), r.Singles(2 * RowLength(n) * n), n]) { Tolerance = 1e-4 },
        new("DenseLayers_OfAnySize", """
            double F([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> x, ReadOnlySpan<double> y, int inputs, int hidden)
            {
                Span<double> z = stackalloc double[hidden];
                double loss = 0;
                for (int n = 0; n < y.Length; n++)
                {
                    for (int k = 0; k < hidden; k++)
                    {
                        double a = 0;
                        for (int i = 0; i < inputs; i++) a += w[k * inputs + i] * x[n * inputs + i];
                        z[k] = 1 / (1 + Math.Exp(-a));
                    }

                    double output = y[n];
                    for (int k = 0; k < hidden; k++) output -= w[hidden * inputs + k] * z[k];
                    loss += output * output;
                }

                return loss;
            }
            """, (r, n) => (n % 5) switch
            {
                0 => [r.Vector(0), r.Vector(0), r.Vector(n), 0, 0],
                1 => [r.Vector(3 * 5 + 3), r.Vector(5 * n), r.Vector(n), 5, 3],
                2 => [r.Vector(4), r.Vector(0), r.Vector(n), 0, 4],
                3 => [r.Vector(4 * 2 + 4), r.Vector(2 * n), r.Vector(n), 2, 4],
                _ => [r.Vector(9 + 1), r.Vector(9 * n), r.Vector(n), 9, 1],
            }),
        new("Softmax_Labels", """
            double F([Variable] double[] w, double[] x, int[] label)
            {
                double loss = 0;
                for (int n = 0; n < label.Length; n++)
                {
                    Span<double> z = stackalloc double[3];
                    for (int c = 0; c < 3; c++) z[c] = w[2 * c] * x[2 * n] + w[2 * c + 1] * x[2 * n + 1];
                    double sum = 0;
                    for (int c = 0; c < 3; c++) sum += Math.Exp(z[c]);
                    loss += Math.Log(sum) - z[label[n]];
                }

                return loss;
            }
            """, (r, n) => [r.Vector(6), r.Vector(2 * n), r.Integers(n, 3)]),
        new("Softmax_OneArray", """
            double F([Variable] double[] w, double[] x, int[] label, int classes)
            {
                double[] z = new double[classes];
                double loss = 0;
                for (int n = 0; n < label.Length; n++)
                {
                    double most = -1e30, sum = 0;
                    for (int c = 0; c < classes; c++)
                    {
                        z[c] = w[c] * x[n] + w[classes + c];
                        most = Math.Max(most, z[c]);
                    }

                    for (int c = 0; c < classes; c++) sum += Math.Exp(z[c] - most);
                    loss += Math.Log(sum) + most - z[label[n]];
                }

                return loss;
            }
            """, (r, n) => [r.Vector(8), r.Vector(n), r.Integers(n, 4), 4]),
        new("ChosenClass", """
            double F([Variable] double[] w, double[] x, int chosen)
            {
                double[] z = new double[3];
                double loss = 0;
                for (int n = 0; n < x.Length; n++)
                {
                    for (int c = 0; c < 3; c++) z[c] = w[c] * Math.Sin(x[n]);
                    loss += z[chosen] * z[chosen] - z[0] * z[1];
                }

                return loss;
            }
            """, (r, n) => [r.Vector(3), r.Vector(n), n % 3]),
        new("EmbeddingRows", """
            double F(ReadOnlySpan<double> w, int[] word, int[] context, int d)
            {
                double loss = 0;
                for (int n = 0; n < word.Length; n++)
                {
                    double dot = 0;
                    for (int j = 0; j < d; j++) dot += w[word[n] * d + j] * w[context[n] * d + j];
                    loss += Math.Log(1 + Math.Exp(-dot));
                }

                return loss;
            }
            """, (r, n) => [r.Vector(15), r.Integers(n, 5), r.Integers(n, 5), 3]),
        new("StridedRows", """
            double F(ReadOnlySpan<double> x, ReadOnlySpan<double> w)
            {
                double sum = 0;
                for (int n = 0; n < x.Length / 3; n++)
                {
                    double norm = x[n * 3] * x[n * 3] + x[n * 3 + 1] * x[n * 3 + 1] + x[n * 3 + 2] * w[2];
                    sum += Math.Sqrt(1 + norm * norm) + w[0] * x[n * 3 + 1] * w[1];
                }

                return sum;
            }
            """, (r, n) => [r.Vector(3 * n), r.Vector(3)]) { LargeSize = 301 },
        new("StridedRows_OfAnyLength", """
            double F(double[] x, int rows, int start, int d, int count)
            {
                double sum = 0;
                for (int n = 0; n < rows; n++)
                {
                    double norm = 1;
                    for (int i = 0; i < count; i++) norm += x[start + n * d + i] * x[start + n * d + i];
                    sum += Math.Sqrt(norm) * x[start + n * d];
                }

                return sum;
            }
            """, (r, n) => (n % 3) switch
            {
                0 => [r.Vector(2 * n + 4), n, 2, 2, 2],
                1 => [r.Vector(6), n, 1, 0, 3],                       // all rows are the same
                _ => [r.Vector(2 * n + 5), n, 2 * n, -2, 3],           // backwards
            }),
        new("RowsUsedAgain", """
            double F([Variable] double[] w, double[] x, int rows, int d, int hidden)
            {
                double sum = 0;
                for (int n = 0; n < rows; n++)
                {
                    for (int k = 0; k < hidden; k++)
                    {
                        double a = 0;
                        for (int j = 0; j < d - 1; j++) a += w[k * d + j] * (x[n * d + j] + 0.5 * x[n * d + j + 1]);
                        sum += a * Math.Sin(a);
                    }
                }

                return sum;
            }
            """, (r, n) => (n % 3) switch
            {
                0 => [r.Vector(8), r.Vector(0), n, 0, 3],              // rows that have no elements are not read
                1 => [r.Vector(8), r.Vector(0), n, 4, 0],              // nor those that nobody asks for
                _ => [r.Vector(12), r.Vector(4 * n), n, 4, 3],
            }),
        new("RowsUsedAgain_Sometimes", """
            double F([Variable] double[] w, double[] x, int rows, int d)
            {
                double sum = 0;
                for (int n = 0; n < rows; n++)
                {
                    for (int k = 0; k < 2; k++)
                    {
                        double a = 0.1;
                        for (int j = 0; j < d; j++) a += n > 0 ? w[k * d + j] * x[(n - 1) * d + j] : w[j];
                        sum += Math.Exp(0.2 * a) * a;
                    }
                }

                return sum;
            }
            """, (r, n) => [r.Vector(6), r.Vector(Math.Max(0, n - 1) * 3), n, 3]),
        new("Triangles", """
            double F([Variable] double[] w, double[] t)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    double form = 0;
                    for (int i = 0; i < 4; i++)
                    {
                        double row = t[n];
                        for (int j = 0; j <= i; j++) row += w[i * (i + 1) / 2 + j] * t[n];
                        form += Math.Sin(row) * row;
                    }

                    sum += form * form;
                }

                return sum;
            }
            """, (r, n) => [r.Vector(10), r.Vector(n)]),
        new("Triangles_OfSamples", """
            double F([Variable] double[] w, double[] t)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    double level = 0;
                    for (int m = 0; m <= n; m++) level += t[m] * w[m % 3];
                    sum += Math.Cos(0.1 * level);
                }

                return sum;
            }
            """, (r, n) => [r.Vector(3), r.Vector(n)]) { LargeSize = 203 },
        new("FloatLayer", """
            float F([Variable] ReadOnlySpan<float> w, ReadOnlySpan<float> x, ReadOnlySpan<int> label)
            {
                float loss = 0;
                Span<float> z = stackalloc float[3];
                for (int n = 0; n < label.Length; n++)
                {
                    float sum = 0;
                    for (int c = 0; c < 3; c++)
                    {
                        z[c] = MathF.Tanh(w[2 * c] * x[2 * n] + w[2 * c + 1] * x[2 * n + 1]);
                        sum += MathF.Exp(z[c]);
                    }

                    loss += MathF.Log(sum) - z[label[n]];
                }

                return loss;
            }
            """, (r, n) => [r.Singles(6), r.Singles(2 * n), r.Integers(n, 3)]) { Tolerance = 3e-5 },
        new("ManyWeights", """
            double F([Variable] double[] w, double[] x, int d)
            {
                double loss = 0;
                for (int n = 0; n < x.Length; n++)
                {
                    double a = 0;
                    for (int j = 0; j < d; j++) a += w[j * 7] * Math.Sin(x[n] * (j + 1));
                    loss += Math.Log(1 + a * a) + w[1] * x[n];
                }

                return loss;
            }
            """, (r, n) => [r.Vector(n > 100 ? 70_001 : 120), r.Vector(n), n > 100 ? 500 : 4]) { LargeSize = 203 },
        new("Attention", """
            double F([Variable] double[] q, double[] key, double[] value, int tokens)
            {
                double loss = 0;
                double[] score = new double[3];
                for (int n = 0; n < tokens; n++)
                {
                    double sum = 0, mean = 0;
                    for (int m = 0; m < 3; m++)
                    {
                        double dot = 0;
                        for (int i = 0; i < 2; i++) dot += q[i] * key[(n * 3 + m) * 2 + i];
                        score[m] = Math.Exp(dot);
                        sum += score[m];
                    }

                    for (int m = 0; m < 3; m++) score[m] /= sum;
                    for (int m = 0; m < 3; m++) mean += score[m] * value[n * 3 + m] * q[2];
                    loss += mean * mean;
                }

                return loss;
            }
            """, (r, n) => [r.Vector(3), r.Vector(6 * n), r.Vector(3 * n), n]),
    ];

    // Rows shorter than a vector, as long, one strip and more.
    private static int RowLength(int size) => new[] { 19, 5, 8, 24, 7 }[size % 5];
}
