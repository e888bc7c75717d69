using HessianGen.Conformance.Tests.Lanes;
using HessianGen.Testing.Subjects;

namespace HessianGen.Conformance.Tests.Hessians;

/// <summary>Methods by the way that their Hessian is made, each with sizes around the number of lanes.</summary>
internal static class HessianTable
{
    public const string Directions = "one unit direction after another";

    private const string Symbolic = "Symbolic", Elements = "adds the entries of the variables", Sums = "one linear combination";

    // @formatter:off
    /// <summary>A row per method, and what the header says of its Hessian.</summary>
    public static IReadOnlyList<(LaneRow Row, string Way)> Rows { get; } =
    [
        // straight-line code; the vector may be longer than what is met of it
        (Row("Wood", """
            double F(ReadOnlySpan<double> x)
            {
                double a = x[1] - x[0] * x[0], b = 1 - x[0], c = x[3] - x[2] * x[2], d = 1 - x[2], e = x[1] - 1, g = x[3] - 1;
                return 100 * a * a + b * b + 90 * c * c + d * d + 10.1 * (e * e + g * g) + 19.8 * e * g;
            }
            """, (r, n) => [r.Vector(4 + n)]), Symbolic),
        (Row("Scalars", "double F(double x, double y, double z) => Math.Exp(x * y) * z + Math.Atan2(y, 2 + z * z) - x / (3 + z);", (r, n) => [r.Uniform(-1, 1), r.Uniform(-1, 1), r.Uniform(-1, 1)]) with { Sizes = [1] }, Symbolic),
        (Row("LinearInOne", "double F(ReadOnlySpan<double> x, double c) => c * x[2] + x[0] * x[0] * x[1];", (r, n) => [r.Vector(3 + n), 2.5]), Symbolic),
        (Row("HelicalValley", """
            double F([Variable] ReadOnlySpan<double> x)
            {
                double angle = Math.Atan(x[1] / x[0]) / (2 * Math.PI);
                if (x[0] < 0) angle += 0.5;
                double r = Math.Sqrt(x[0] * x[0] + x[1] * x[1]);
                return 100 * ((x[2] - 10 * angle) * (x[2] - 10 * angle) + (r - 1) * (r - 1)) + x[2] * x[2];
            }
            """, (r, n) => [r.Vector(3, 0.5, 2)]) with { Sizes = [1] }, Symbolic),

        // sums of small functions
        (Row("Neighbours", """
            double F(ReadOnlySpan<double> x)
            {
                double sum = 0;
                for (int i = 0; i < x.Length - 1; i++)
                {
                    double t = x[i + 1] - x[i] * x[i], u = 1 - x[i];
                    sum += 100 * t * t + u * u;
                }

                return sum;
            }
            """, (r, n) => [r.Vector(n)]), Elements),
        (Row("Triples", """
            double F([Variable] ReadOnlySpan<double> x, ReadOnlySpan<double> weight)
            {
                double sum = 0;
                for (int c = 0; c < weight.Length; c++)
                {
                    double square = x[3 * c] * x[3 * c] + x[3 * c + 1] * x[3 * c + 1] + x[3 * c + 2] * x[3 * c + 2];
                    if (square > 0.5) sum += weight[c] * Math.Sqrt(square);
                    else sum += square * x[3 * c + 1];
                }

                return sum / weight.Length;
            }
            """, (r, n) => [r.Vector(3 * n), r.Vector(n)]) with { Sizes = [1, 2, 7, 8, 9, 11] }, Elements),
        (Row("DataPlaces", """
            double F([Variable] ReadOnlySpan<double> x, ReadOnlySpan<int> a, ReadOnlySpan<int> b)
            {
                double sum = 0;
                for (int i = 0; i < a.Length; i++) sum += Math.Sin(x[a[i]] * x[b[i]]) * x[a[i]];
                return sum;
            }
            """, (r, n) => [r.Vector(4), Enumerable.Range(0, n).Select(i => i * 7 % 4).ToArray(), Enumerable.Range(0, n).Select(i => i * 3 % 4).ToArray()]), Elements),
        (Row("FewParameters", """
            double F([Variable] ReadOnlySpan<double> p, ReadOnlySpan<double> t, ReadOnlySpan<double> y)
            {
                double sum = 0;
                for (int i = 0; i < t.Length; i++)
                {
                    double r = p[0] * Math.Exp(p[1] * t[i]) + p[2] - y[i];
                    sum += r * r;
                }

                return sum;
            }
            """, (r, n) => [r.Vector(3), r.Vector(n), r.Vector(n)]), Elements),
        (Row("Grid", """
            double F([Variable] ReadOnlySpan<double> u, int width)
            {
                double energy = 0;
                int height = u.Length / width;
                for (int i = 0; i + 1 < height; i++)
                {
                    for (int j = 0; j + 1 < width; j++)
                    {
                        double dx = u[i * width + j + 1] - u[i * width + j], dy = u[(i + 1) * width + j] - u[i * width + j];
                        energy += Math.Sqrt(1 + dx * dx + dy * dy);
                    }
                }

                return energy;
            }
            """, (r, n) => [r.Vector(3 * n), n]) with { Sizes = [1, 2, 7, 8, 9, 11] }, Elements),

        // variables that are only there where a branch is taken: at the last row and column, and the first element
        (Row("Borders", """
            double F([Variable] ReadOnlySpan<double> image, int width)
            {
                double energy = 0;
                for (int i = 0; i < image.Length; i++)
                {
                    bool lastColumn = (i + 1) % width == 0, lastRow = i + width >= image.Length;
                    double dx = lastColumn ? 0 : image[i + 1] - image[i];
                    double dy = lastRow ? 0 : image[i + width] - image[i];
                    energy += Math.Sqrt(dx * dx + dy * dy + 0.1);
                }

                return energy;
            }
            """, (r, n) => [r.Vector(3 * n), 3]) with { Sizes = [1, 2, 3, 5, 7] }, Elements),
        (Row("Edges", """
            double F(ReadOnlySpan<double> x)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    double left = i > 0 ? x[i - 1] : 0, right = i < x.Length - 1 ? x[i + 1] : 0;
                    sum += x[i] * (2 * x[i] - left - right) + 0.5 * Math.Exp(x[i] * left);
                }

                return sum;
            }
            """, (r, n) => [r.Vector(n)]), Elements),
        (Row("GridEdges", """
            double F([Variable] ReadOnlySpan<double> u, int width)
            {
                double energy = 0;
                int height = u.Length / width;
                for (int y = 0; y < height; y++)
                {
                    for (int x = 0; x < width; x++)
                    {
                        double c = u[y * width + x], up = y > 0 ? u[(y - 1) * width + x] : c, left = x > 0 ? u[y * width + x - 1] : c;
                        energy += Math.Sqrt(0.1 + (c - up) * (c - up) + (c - left) * (c - left));
                    }
                }

                return energy;
            }
            """, (r, n) => [r.Vector(4 * n), 4]) with { Sizes = [1, 2, 3, 5] }, Elements),
        (Row("NestedBranches", """
            double F(ReadOnlySpan<double> x)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    double d = x[i];
                    if (i > 0)
                    {
                        bool isNear = x[i - 1] * x[i] > 0;
                        if (isNear) d += x[i - 1] * x[i];
                        else if (i + 1 < x.Length) d -= Math.Sin(x[i + 1]);
                    }

                    sum += d * d * x[i];
                }

                return sum;
            }
            """, (r, n) => [r.Vector(n)]), Directions),
        (Row("NoTerms", """
            double F([Variable] ReadOnlySpan<double> p, ReadOnlySpan<double> t)
            {
                double a = 0, b = 1;
                for (int i = 0; i < t.Length; i++)
                {
                    a += p[0] * Math.Exp(p[1] * t[i]);
                    b += p[2] * p[1] * t[i];
                }

                return a * b;
            }
            """, (r, n) => [r.Vector(n == 0 ? 2 : 3), r.Vector(n)]) with { Sizes = [0, 1, 8, 9, 17] }, Elements),

        // linear combinations of many variables
        (Row("Logistic", """
            double F([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> x, ReadOnlySpan<double> label, double lambda)
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
            """, (r, n) => [r.Vector(n), r.Vector(n * (20 - n)), r.Vector(20 - n), 0.1]) with { Sizes = [1, 3, 7, 8, 9, 15, 16, 17, 19] }, Sums),
        (Row("TwoSums", """
            double F([Variable] ReadOnlySpan<double> p, ReadOnlySpan<double> a, ReadOnlySpan<double> b)
            {
                double s = 0, t = 0;
                for (int i = 0; i < p.Length; i++)
                {
                    s += a[i] * p[i];
                    t += b[i] * p[i] * p[i];
                }

                return Math.Exp(0.1 * s) * Math.Sin(t) + s * s * t;
            }
            """, (r, n) => [r.Vector(n), r.Vector(n), r.Vector(n)]), Sums),
        (Row("RunningFactor", """
            double F([Variable] ReadOnlySpan<double> x, ReadOnlySpan<double> a)
            {
                double z = 0, factor = 1;
                for (int j = 0; j < x.Length; j++)
                {
                    z += factor * x[j];
                    factor *= a[j];
                }

                return Math.Sin(z) * z;
            }
            """, (r, n) => [r.Vector(n), r.Vector(n, 0.5, 1.5)]), Sums),
        (Row("RunningCondition", """
            double F([Variable] ReadOnlySpan<double> x, ReadOnlySpan<double> a)
            {
                double z = 0, level = 0;
                for (int j = 0; j < x.Length; j++)
                {
                    level += a[j];
                    if (level > 0) z += a[j] * x[j];
                }

                return Math.Sin(z) * z;
            }
            """, (r, n) => [r.Vector(n), r.Vector(n)]), Sums),
        (Row("HiddenLayer", """
            double F([Variable] ReadOnlySpan<double> w, ReadOnlySpan<double> x, ReadOnlySpan<double> target)
            {
                double loss = 0;
                for (int n = 0; n < target.Length; n++)
                {
                    double y = w[12];
                    for (int j = 0; j < 3; j++)
                    {
                        double s = w[6 + j];
                        for (int i = 0; i < 2; i++) s += w[j * 2 + i] * x[n * 2 + i];
                        y += w[9 + j] * Math.Tanh(s);
                    }

                    loss += (y - target[n]) * (y - target[n]);
                }

                return 0.5 * loss / target.Length;
            }
            """, (r, n) => [r.Vector(13), r.Vector(2 * n), r.Vector(n)]) with { Sizes = [1, 7, 8, 9, 16, 17] }, Sums),
        (Row("Pairs", """
            double F(ReadOnlySpan<double> x)
            {
                double energy = 0;
                int n = x.Length / 3;
                for (int i = 0; i < n; i++)
                {
                    for (int j = i + 1; j < n; j++)
                    {
                        double square = 0.1;
                        for (int c = 0; c < 3; c++) square += (x[3 * i + c] - x[3 * j + c]) * (x[3 * i + c] - x[3 * j + c]);
                        energy += 1 / (square * square) - 1 / square;
                    }
                }

                return energy;
            }
            """, (r, n) => [r.Vector(3 * n)]) with { Sizes = [1, 2, 3, 5, 9] }, Sums),

        // from one iteration to the next, or through arrays: directions in lanes
        (Row("Recurrence", """
            double F(ReadOnlySpan<double> x)
            {
                double s = 0.3;
                for (int i = 0; i < x.Length; i++) s = Math.Sin(s + x[i]) + s * x[i];
                return s;
            }
            """, (r, n) => [r.Vector(n)]), Directions),
        (Row("Array", """
            double F(ReadOnlySpan<double> x)
            {
                double[] y = new double[x.Length];
                for (int i = 0; i < x.Length; i++) y[i] = x[i] * x[x.Length - 1 - i];
                double sum = 0;
                for (int i = 0; i < x.Length; i++) sum += Math.Exp(0.2 * y[i]) * y[x.Length - 1 - i];
                return sum;
            }
            """, (r, n) => [r.Vector(n)]), Directions),
    ];
    // @formatter:on

    /// <summary>The first methods of each way, made the other ways too.</summary>
    public static IReadOnlyList<(LaneRow Row, string Way)> Asked { get; } =
    [
        .. Rows.Where(r => r.Row.Name is "HessianWood" or "HessianNeighbours" or "HessianLogistic" or "HessianHiddenLayer" or "HessianFewParameters")
            .Select(r => (r.Row with { Name = r.Row.Name + "Directional", Options = ", HessianStrategy = HessianStrategy.Directional" }, "HessianStrategy.Directional was asked for")),
        .. Rows.Where(r => r.Row.Name is "HessianNeighbours" or "HessianRecurrence")
            .Select(r => (r.Row with { Name = r.Row.Name + "ElementWise", Options = ", HessianStrategy = HessianStrategy.ElementWise" }, r.Way)),
        .. Rows.Where(r => r.Row.Name is "HessianWood" or "HessianNeighbours" or "HessianLogistic" or "HessianRecurrence")
            .Select(r => (r.Row with { Name = r.Row.Name + "Strict", Options = ", FloatingPoint = FloatingPointMode.Strict" }, r.Way)),
    ];

    /// <summary>The methods whose diagonal alone goes by directions: a sum of sums does not say which of its iterations meets a variable, and one iteration alone cannot know what those before it decided.</summary>
    public static IReadOnlyList<string> DirectionalDiagonals { get; } = ["HessianHiddenLayer", "HessianRunningCondition"];

    private static LaneRow Row(string name, string text, Func<Corpus.Sampler, int, object[]> arguments) =>
        new("Hessian" + name, text, arguments) { Sizes = [1, 2, 7, 8, 9, 15, 16, 17, 33], Members = [ProductMember.Of(Derivatives.Hessian), ProductMember.Of(Derivatives.HessianDiagonal)] };
}
