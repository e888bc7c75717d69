namespace HessianGen.Conformance.Tests.Lanes;

public static partial class LaneTable
{
    /// <summary>The same loops behind functions, tuples and types.</summary>
    private static IEnumerable<LaneRow> Shapes =>
    [
        new("LocalFunctions", """
            double F([Variable] double[] w, double[] t)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++) sum += Loss(Model(t[n]), n);
                return sum;

                double Model(double at) => w[0] * Math.Exp(w[1] * at);
                double Loss(double y, int n) => n % 2 == 0 ? y * y : Huber(y);
            }

            private static double Huber(double y) => Math.Abs(y) < 1 ? 0.5 * y * y : Math.Abs(y) - 0.5;
            """, (r, n) => [r.Vector(2), r.Vector(n)]),
        new("Helpers", """
            double F([Variable] double[] w, double[] x, int d)
            {
                double sum = 0;
                for (int n = 0; n < x.Length / d; n++)
                {
                    ReadOnlySpan<double> row = x.AsSpan(n * d, d);
                    sum += Squared(Dot(row, w));
                }

                return sum;
            }

            private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
            {
                double sum = 0;
                for (int i = 0; i < a.Length; i++) sum += a[i] * Math.Tanh(b[i]);
                return sum;
            }

            private static double Squared(double value) => value * value;
            """, (r, n) => [r.Vector(3), r.Vector(3 * n), 3]) { LargeSize = 301 },
        new("Tuples", """
            double F(double[] x)
            {
                (double Even, double Odd) sums = (0, 1);
                for (int i = 0; i < x.Length; i++)
                {
                    (double s, double c) = Polar(x[i]);
                    (s, c) = (c, s);
                    sums.Even += s * x[i];
                    sums.Odd += c * s;
                }

                return sums.Even * sums.Odd;
            }

            private static (double Sine, double Cosine) Polar(double angle) => (Math.Sin(angle), Math.Cos(angle));
            """, (r, n) => [r.Vector(n)]),
        new("Points", """
            double F([Variable] double[] x, double[] y)
            {
                double sum = 0;
                for (int i = 0; i < y.Length; i++)
                {
                    Point p = new(x[2 * i], x[2 * i + 1]);
                    Point q = new(y[i], 1) ;
                    sum += Distance(p, q);
                }

                return sum;
            }

            private static double Distance(Point p, Point q) => Math.Sqrt(1 + (p.X - q.X) * (p.X - q.X) + (p.Y - q.Y) * (p.Y - q.Y));

            private readonly struct Point(double x, double y)
            {
                public double X { get; } = x;

                public double Y { get; } = y;
            }
            """, (r, n) => [r.Vector(2 * n), r.Vector(n)]) { LargeSize = 401 },
        new("ManyLongFunctions", """
            double F([Variable] double[] w, double[] t)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    double y = 0;
                    for (int k = 0; k < 2; k++) y += Math.Sin(w[k] * t[n]) + Math.Exp(w[k] * t[n]) * Math.Tanh(w[k]) + Math.Atan(y) + Math.Log(2 + w[k] * t[n]) + Math.Sinh(t[n] * w[k]) * Math.Pow(2 + t[n], w[k]);
                    sum += Math.Cosh(0.1 * y) + Math.Tan(0.1 * y) * Math.Cos(y) + Math.Asin(0.5 * t[n] * w[0]) * Math.Acos(0.5 * w[1] * t[n]);
                }

                return sum;
            }
            """, (r, n) => [r.Vector(2), r.Vector(n)]) { Tolerance = 1e-8 },
    ];
}
