namespace HessianGen.Conformance.Tests.Lanes;

public static partial class LaneTable
{
    /// <summary>What some iterations do and others do not.</summary>
    private static IEnumerable<LaneRow> Branches =>
    [
        new("IfElse", """
            double F(ReadOnlySpan<double> x, double low)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    double y;
                    if (x[i] > low)
                    {
                        if (x[i] > 0.6) y = Math.Exp(x[i]);
                        else y = x[i] * low;
                    }
                    else if (x[i] < -0.5)
                    {
                        y = Math.Sin(x[i]);
                        y *= y;
                    }
                    else
                    {
                        y = 0.5;
                    }

                    sum += y * x[i];
                }

                return sum;
            }
            """, (r, n) => [r.Vector(n), r.Uniform(-0.2, 0.2)]),
        new("IfForAll_ThenForSome", """
            double F([Variable] ReadOnlySpan<double> x, bool squared)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    double y, z;
                    if (squared)
                    {
                        y = x[i] * x[i];
                        z = Math.Exp(y);
                    }
                    else if (x[i] > 0)
                    {
                        y = Math.Sin(x[i]);
                        z = y;
                    }
                    else
                    {
                        z = Math.Exp(x[i]);
                        y = z * x[i];
                    }

                    sum += y * z * y;
                }

                return sum;
            }
            """, (r, n) => [r.Vector(n), r.OneOf(true, false)]),
        new("Ternaries", """
            double F([Variable] double[] x, double[] t, bool squared)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    double y = t[i] > 0 ? x[i] > 0 ? Math.Log(1 + x[i]) : x[i] * x[i] : t[i] > -0.5 ? -x[i] : Math.Exp(x[i]) * t[i];
                    sum += squared ? y * y : y;
                }

                return sum;
            }
            """, (r, n) => [r.Vector(n), r.Vector(n), n % 2 == 0]),
        new("EarlyContinue", """
            double F(double[] x, double[] t)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    if (t[i] < -0.8) continue;
                    double y = x[i] * t[i];
                    if (y < 0)
                    {
                        sum -= y * x[i];
                        continue;
                    }

                    sum += Math.Sqrt(y + 1);
                }

                return sum;
            }
            """, (r, n) => [r.Vector(n), r.Vector(n)]),
        new("Kinks", """
            double F(double[] x, double delta)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    double a = Math.Abs(x[i]), relu = Math.Max(0, x[i] - 0.1), clipped = Math.Clamp(2 * x[i], -1, 1);
                    sum += a <= delta ? 0.5 * a * a : delta * (a - 0.5 * delta);
                    sum += relu * relu + Math.Min(relu, clipped) * clipped + Math.CopySign(a, -x[i]) * a;
                }

                return sum;
            }
            """, (r, n) => [r.Vector(n), r.Uniform(0.3, 0.6)]),
        new("Checks", """
            double F([Variable] double[] w, double[] t)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    if (t[n] < 0) throw new ArgumentOutOfRangeException(nameof(t));
                    double y = Math.Sqrt(t[n]) * w[0];
                    if (double.IsNaN(y)) throw new InvalidOperationException("no number");
                    sum += y * Math.Exp(-w[1] * t[n]);
                }

                return sum;
            }
            """, (r, n) => [r.Vector(2), r.Vector(n, 0.1, 2)]),
        new("LoadsOfSomeLanes", """
            double F(double[] x)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    if (i > 0) sum += x[i - 1] * x[i] * x[i];
                    double next = i + 1 < x.Length ? x[i + 1] : 0.25;
                    if (i > 1 && x[i - 2] > 0) sum -= Math.Sin(next * x[i]);
                    if (i + 3 >= x.Length || x[i + 3] < 0) sum += 0.5 * next;
                }

                return sum;
            }
            """, (r, n) => [r.Vector(n)]),
        new("UniformInVarying", """
            double F([Variable] double[] w, double[] t, bool isFirst, int order)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    double y;
                    if (t[n] > 0)
                    {
                        if (isFirst) y = w[0] * t[n];
                        else if (order > 1) y = w[1] * t[n] * t[n];
                        else y = Math.Exp(w[1] * t[n]);
                    }
                    else
                    {
                        y = w[2];
                        for (int k = 0; k < order; k++) y *= 1 + t[n] * w[0];
                    }

                    sum += y * y;
                }

                return sum;
            }
            """, (r, n) => [r.Vector(3), r.Vector(n), n % 2 == 0, n % 3]),
        new("Flags", """
            double F(double[] x, bool[] isOn, bool all)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    bool isLarge = x[i] * x[i] > 0.25, isUsed = all || isOn[i] && !isLarge;
                    if (isOn[i] == isLarge) sum += x[i];
                    if (isUsed ^ isLarge) sum += Math.Cos(x[i]);
                }

                return sum;
            }
            """, (r, n) => [r.Vector(n), Enumerable.Range(0, n).Select(_ => r.OneOf(true, false)).ToArray(), n % 5 == 0]),
        new("Kinds", """
            double F([Variable] double[] w, double[] t, int[] kind)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    double y = w[0] * t[n];
                    sum += kind[n] switch { 0 => y, 1 => Math.Tanh(y), 2 when t[n] > 0 => y * y, _ => w[1] };
                    switch (kind[n])
                    {
                        case 1: sum += w[1] * t[n]; break;
                        case 3: sum *= 1; sum -= y * w[1]; break;
                    }
                }

                return sum;
            }
            """, (r, n) => [r.Vector(2), r.Vector(n), r.Integers(n, 4)]),
        new("NewtonSteps", """
            double F([Variable] double[] w, double[] t)
            {
                double sum = 0;
                for (int n = 0; n < t.Length; n++)
                {
                    double y = 1;
                    int steps = 0;
                    while (steps < 20 && Math.Abs(y * y * y + w[0] * y - t[n]) > 1e-14)
                    {
                        y -= (y * y * y + w[0] * y - t[n]) / (3 * y * y + w[0]);
                        steps++;
                    }

                    sum += y * w[1];
                }

                return sum;
            }
            """, (r, n) => [r.Vector(2, 0.5, 1.5), r.Vector(n, 0.5, 3)]) { Tolerance = 1e-7 },
    ];
}
