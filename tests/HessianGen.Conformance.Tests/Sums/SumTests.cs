namespace HessianGen.Conformance.Tests.Sums;

/// <summary>What makes a method a sum of terms, row by row.</summary>
public sealed class SumTests
{
    private const string NotLinear = "the result is not linear in the sum", Needs = "an iteration needs what another one has computed";

    // What follows the loop of the sum s over n, unless the row has a loop of its own.
    private static SumRow After(string name, string? reason, string result) =>
        new(name, reason, $"double s = 1; for (int n = 0; n < x.Length; n++) s += Math.Exp(w[0] * x[n]); {result}");

    private static SumRow Loop(string name, string? reason, string body) => new(name, reason, body);

    // @formatter:off
    private static readonly SumRow[] Rows =
    [
        After("sum",                  null,      "return s;"),
        After("mean and penalty",     null,      "return s / x.Length + w[1] * w[1];"),
        After("difference",           null,      "return w[1] - 2 * -s;"),
        After("factor of variables",  null,      "return Math.Exp(w[1]) * s;"),
        After("fused",                null,      "return Math.FusedMultiplyAdd(s, w[1], w[0]);"),
        After("choice",               null,      "return count > 0 ? s / count : w[1];"),
        After("branch",               null,      "if (count > 0) s += w[1] * w[1]; return s;"),
        After("branch of loops",      null,      "if (count > 0) { for (int k = 0; k < 3; k++) s += w[k]; } return 2 * s;"),
        After("penalty added on",     null,      "for (int k = 0; k < w.Length; k++) s += w[k] * w[k]; return s;"),
        After("in single precision",  null,      "return (float)s;"),
        After("logarithm",            NotLinear, "return Math.Log(s);"),
        After("square",               NotLinear, "return s * s;"),
        After("divisor",              NotLinear, "return w[1] / s;"),
        After("largest",              NotLinear, "return Math.Max(s, w[1]);"),
        After("rounded",              NotLinear, "return Math.Floor(s);"),
        After("condition",            NotLinear, "return s > 3 ? s + 1 : s;"),
        After("branch on the sum",    NotLinear, "if (s > 3) s += w[1]; return s;"),
        After("read while added on",  NotLinear, "double t = 0; for (int k = 0; k < w.Length; k++) { s += w[k]; t += s; } return s + t;"),
        After("recurrence",           NotLinear, "for (int k = 0; k < w.Length; k++) s = 0.5 * s + w[k]; return s;"),
        After("element",              NotLinear, "double[] a = new double[w.Length]; a[0] = s; for (int k = 0; k + 1 < a.Length; k++) a[k + 1] = a[k] * w[k]; return a[a.Length - 1];"),

        Loop("two sums",              null,      "double s = 0, t = 0; for (int n = 0; n < x.Length; n++) { s += w[0] * x[n]; t += Math.Sin(w[1] * x[n]); } return s - 3 * t;"),
        Loop("steps of three",        null,      "double s = 0; for (int n = 1; n < x.Length; n += 3) s += Math.Exp(w[0] * x[n]); return s;"),
        Loop("downwards",             null,      "double s = 0; for (int n = x.Length - 1; n >= 0; n -= 2) s += Math.Exp(w[0] * x[n]); return s;"),
        Loop("local array",           null,      "double[] e = new double[3]; for (int k = 0; k < 3; k++) e[k] = Math.Exp(w[k]); double s = 0; for (int n = 0; n < x.Length; n++) s += Math.Sin(e[n % 3] * x[n]) * Math.Sin(x[n]); return s;"),
        Loop("rows of the data",      null,      "double s = 0; for (int n = 0; n < x.Length / w.Length; n++) { double z = 0; for (int i = 0; i < w.Length; i++) z += w[i] * x[n * w.Length + i]; s += Math.Exp(z); } return s;"),
        Loop("copy of an argument",   null,      "for (int k = 0; k < count; k++) work[k] = w[0] * k; double s = 0; for (int n = 0; n < x.Length; n++) s += Math.Exp(work[n % count] * x[n]) * Math.Sin(x[n]); return s;"),
        Loop("two additions",         null,      "double s = 0; for (int n = 0; n < x.Length; n++) { s += w[0] * x[n]; if (x[n] > 0) s += Math.Sin(w[1] * x[n]); } return s;"),
        Loop("guarded",               null,      "if (x.Length == 0 || count < 1) return w[0]; double s = 0; for (int n = 0; n < x.Length; n++) s += Math.Exp(w[0] * x[n]); return s / x.Length;"),
        Loop("in a branch",           null,      "double s = w[1]; if (count > 1) { for (int n = 0; n < x.Length; n++) s += Math.Exp(w[0] * x[n]); s *= 2; } return s + w[0];"),
        Loop("guarded by a variable", "how many terms there are depends on values of variables", "if (w[0] < 0) return 0; double s = 0; for (int n = 0; n < x.Length; n++) s += Math.Exp(w[0] * x[n]); return s;"),
        Loop("no loop",               "no loop outside of everything else",   "return w[0] * x[0];"),
        Loop("few terms",             "few terms, as many in every call",     "double s = 0; for (int n = 0; n < 8; n++) s += Math.Exp(w[0] * x[n]); return s;"),
        Loop("while",                 "most of the work is not in a counted loop", "double s = 0, t = 1; while (t > 1e-3) { t *= Math.Sin(w[0]) * Math.Cos(w[0]); s += t; } for (int k = 0; k < count; k++) s += w[k]; return s;"),
        Loop("recursion",             Needs,     "double s = 0, y = 1; for (int n = 0; n < x.Length; n++) { y = Math.Sin(w[0] * y) + x[n]; s += y; } return s;"),
        Loop("largest term",          Needs,     "double s = 0; for (int n = 0; n < x.Length; n++) s = Math.Max(s, w[0] * x[n]); return s;"),
        Loop("product",               Needs,     "double s = 1; for (int n = 0; n < x.Length; n++) s *= w[0] + x[n]; return s;"),
        Loop("filled array",          "the loop hands on arrays", "double[] a = new double[count]; for (int n = 0; n < count; n++) a[n] = Math.Exp(w[0] * x[n]) * Math.Sin(w[0]) * Math.Sin(x[n]); double s = 0; for (int n = 0; n < count; n++) s += a[n] * a[count - 1 - n]; return s;"),
        Loop("histogram",             "the loop fills an array", "double[] a = new double[4]; double s = 0; for (int n = 0; n < x.Length; n++) { a[n % 4] += Math.Exp(w[0] * x[n]); s += x[n] * w[0]; } for (int k = 0; k < 4; k++) s += a[k] * a[k]; return s;"),
        Loop("mean taken away",       "each term needs a pass over all others first", "double m = 0; for (int n = 0; n < x.Length; n++) m += w[0] * x[n]; double s = 0; for (int n = 0; n < x.Length; n++) s += Math.Exp(x[n] * w[1] - m / x.Length); return s;"),
        Loop("as many as w says",     "how many terms there are depends on values of variables", "double s = 0; for (int n = 0; n < (int)w[0]; n++) s += Math.Exp(w[1] * x[n]); return s;"),
        Loop("strict",                "strict floating point", "double s = 0; for (int n = 0; n < x.Length; n++) s += w[0] * x[n]; return s;") with { Options = ", FloatingPoint = FloatingPointMode.Strict" },
    ];
    // @formatter:on

    public static TheoryData<string> Names => [.. Rows.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Method_IsASumOfTerms_OrSaysWhyNot(string name)
    {
        SumRow row = Rows.Single(r => r.Name == name);
        Assert.Equal(row.Reason, Sums.ReasonAgainst(row.Source));
    }
}
