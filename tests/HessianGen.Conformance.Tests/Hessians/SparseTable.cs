using Corpus;
using HessianGen.Conformance.Tests.Lanes;

namespace HessianGen.Conformance.Tests.Hessians;

/// <summary>Methods with sparse Hessians, by the diagonals that these have; and methods that have none, by the reason.</summary>
internal static class SparseTable
{
    private const string Distance = "not a constant apart", Through = "through an array, or from one iteration to the next", Long = "too long";

    private static readonly int[] Sizes = [0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 18, 33, 65];

    // @formatter:off
    public static IReadOnlyList<SparseRow> Rows { get; } =
    [
        new(Dense("Neighbours") with { Sizes = Sizes }, 0, 1),
        new(Row("Backwards", """
            double F(ReadOnlySpan<double> x)
            {
                double sum = 0;
                for (int i = x.Length - 1; i >= 2; i--) sum += Math.Exp(0.3 * x[i] * x[i - 2]);
                return sum;
            }
            """, (r, n) => [r.Vector(n)]), 0, 2),
        new(Row("Separable", "double F(ReadOnlySpan<double> x) { double sum = 0; foreach (double xi in x) sum += Math.Cosh(xi); return sum; }", (r, n) => [r.Vector(n)]), 0),
        new(Row("Linear", "double F([Variable] ReadOnlySpan<double> x, ReadOnlySpan<double> c) { double sum = 0; for (int i = 0; i < x.Length; i++) sum += c[i] * x[i]; return sum; }", (r, n) => [r.Vector(n), r.Vector(n)]), 0),
        new(Dense("Triples"), 0, 1, 2),
        new(Dense("Scalars"), 0, 1, 2),
        new(Row("Ends", "double F(ReadOnlySpan<double> x) => x[0] * x[0] * x[3] + Math.Sin(x[2]);", (r, n) => [r.Vector(4 + n)]), 0, 3),
        new(Row("Smoothing", """
            double F([Variable] ReadOnlySpan<double> u, ReadOnlySpan<double> data, double lambda)
            {
                double fit = 0, rough = 0;
                for (int i = 0; i < u.Length; i++) fit += (u[i] - data[i]) * (u[i] - data[i]);
                for (int i = 1; i < u.Length - 1; i++)
                {
                    double bend = u[i - 1] - 2 * u[i] + u[i + 1];
                    rough += Math.Sqrt(bend * bend + 1e-2);
                }

                return 0.5 * fit + lambda * rough;
            }
            """, (r, n) => [r.Vector(n), r.Vector(n), 0.7]), 0, 1, 2),
        new(Row("Switched", """
            double F([Variable] ReadOnlySpan<double> x, ReadOnlySpan<int> kind)
            {
                double sum = 0;
                for (int i = 0; i < kind.Length; i++)
                {
                    double d = x[i];
                    if (kind[i] == 1 && i + 1 < x.Length) d += x[i + 1] * x[i + 1];
                    sum += d * d * x[i];
                }

                return sum;
            }
            """, (r, n) => [r.Vector(n), Enumerable.Range(0, n).Select(i => i * 7 % 3).ToArray()]), 0, 1),
        new(Row("Edges", """
            double F([Variable] ReadOnlySpan<double> x, ReadOnlySpan<int> kind)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    double left = i > 0 ? x[i - 1] : 0;
                    if (kind[i] == 1 && i + 2 < x.Length) left += x[i + 2] * x[i];
                    else if (i >= 3) left -= Math.Sin(x[i - 3]);
                    sum += left * left * x[i];
                }

                return sum;
            }
            """, (r, n) => [r.Vector(n), Enumerable.Range(0, n).Select(i => i * 7 % 3).ToArray()]), 0, 1, 2, 3, 5),
        new(Row("InArrays", "double F(double[] x) { double sum = 0; for (int i = 0; i + 4 < x.Length; i++) sum += Math.Sin(x[i] * x[i + 4]); return sum; }", (r, n) => [r.Vector(n)]), 0, 4),
        new(Row("Control", """
            double F([Variable] ReadOnlySpan<double> z, double step)
            {
                double cost = 0;
                for (int t = 0; t < z.Length / 3 - 1; t++)
                {
                    double position = z[3 * t], speed = z[3 * t + 1], force = z[3 * t + 2];
                    double a = z[3 * t + 3] - position - step * speed, b = z[3 * t + 4] - speed - step * (force - Math.Sin(position));
                    cost += 10 * (a * a + b * b) + 0.1 * force * force;
                }

                return cost;
            }
            """, (r, n) => [r.Vector(3 * n), 0.1]), 0, 1, 2, 3, 4),
        new(Row("Singles", """
            float F(ReadOnlySpan<float> x)
            {
                float sum = 0;
                for (int i = 0; i < x.Length - 1; i++) sum += MathF.Exp(x[i] * x[i + 1]);
                return sum;
            }
            """, (r, n) => [r.Vector(n).Select(v => (float)v).ToArray()]) with { Tolerance = 2e-5 }, 0, 1),
        new(Row("Strict", """
            double F(ReadOnlySpan<double> x)
            {
                double sum = 0;
                for (int i = 0; i < x.Length - 1; i++) sum += (x[i + 1] - x[i] * x[i]) * (x[i + 1] - x[i] * x[i]);
                return sum;
            }
            """, (r, n) => [r.Vector(n)]) with { Options = ", FloatingPoint = FloatingPointMode.Strict" }, 0, 1),
        new(Row("TakenNames", "double F([Variable] double[] values, int pattern, double gradient) { double sum = 0; for (int valuesLength = 1; valuesLength < values.Length; valuesLength++) sum += gradient * pattern * Math.Sin(values[valuesLength] * values[valuesLength - 1]); return sum; }", (r, n) => [r.Vector(n), 2, 0.5]), 0, 1),
    ];

    /// <summary>Bodies of a method of the variables x, the numbers a and the places p that have no such Hessian, and why.</summary>
    public static TheoryData<string, string> Others => new()
    {
        { "double s = 0; for (int i = 0; i < p.Length; i++) s += Math.Sin(x[p[i]] * x[i]); return s;", Distance },
        { "double s = 0; for (int i = 1; i < x.Length; i++) s += x[0] * x[i] * x[i]; return s;", Distance },
        { "double z = 0; for (int i = 0; i < x.Length; i++) z += a[i] * x[i]; return Math.Exp(z);", Distance },
        { "double s = 1; for (int i = 0; i < x.Length; i++) s = Math.Sin(s * x[i]); return s;", Through },
        { "double[] y = new double[x.Length]; for (int i = 0; i < x.Length; i++) y[i] = x[i] * x[i]; double s = 0; for (int i = 1; i < x.Length; i++) s += Math.Exp(y[i] * y[i - 1]); return s;", Through },
        { string.Concat(Enumerable.Range(1, 40).Select(d => $"s{d} += x[0] * x[{d}];").Prepend(string.Concat(Enumerable.Range(1, 40).Select(d => $"double s{d} = 0;")))) + "return s1 * x[0]" + string.Concat(Enumerable.Range(2, 39).Select(d => $" + s{d}")) + ";", Long },
    };
    // @formatter:on

    private static LaneRow Row(string name, string text, Func<Sampler, int, object[]> arguments) => new("Sparse" + name, text, arguments) { Sizes = Sizes };

    /// <summary>A method of <see cref="HessianTable"/>.</summary>
    private static LaneRow Dense(string name) => HessianTable.Rows.Single(r => r.Row.Name == "Hessian" + name).Row with { Name = "Sparse" + name };
}
