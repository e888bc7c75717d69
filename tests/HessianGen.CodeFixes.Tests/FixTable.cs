using static HessianGen.CodeFixes.Tests.FixRow;

namespace HessianGen.CodeFixes.Tests;

/// <summary>One row for each thing that a fix does or leaves alone.</summary>
internal static class FixTable
{
    // @formatter:off
    public static IReadOnlyList<FixRow> Rows { get; } =
    [
        File("HG1001", "class",
            "public static class [|C|]\n{\n    [Differentiable] public static double F(double x) => x;\n}\n",
            "public static partial class C\n{\n    [Differentiable] public static double F(double x) => x;\n}\n"),
        File("HG1001", "documented record struct without modifiers",
            "/// <summary>S.</summary>\nrecord struct [|S|](int N)\n{\n    [Differentiable] public static double F(double x) => x;\n}\n",
            "/// <summary>S.</summary>\npartial record struct S(int N)\n{\n    [Differentiable] public static double F(double x) => x;\n}\n"),
        File("HG1001", "outer type",
            "public class [|O|]\n{\n    public static partial class C\n    {\n        [Differentiable] public static double F(double x) => x;\n    }\n}\n",
            "public partial class O\n{\n    public static partial class C\n    {\n        [Differentiable] public static double F(double x) => x;\n    }\n}\n"),
        File("HG1001", "all types up the nesting",
            "public class O\n{\n    public struct P\n    {\n        static class [|C|]\n        {\n            [Differentiable] public static double F(double x) => x;\n        }\n    }\n}\n",
            "public partial class O\n{\n    public partial struct P\n    {\n        static partial class C\n        {\n            [Differentiable] public static double F(double x) => x;\n        }\n    }\n}\n"),

        File("HG1002", "method",
            "public partial class C\n{\n    [Differentiable]\n    public double [|F|](double x) => x;\n}\n",
            "public partial class C\n{\n    [Differentiable]\n    public static double F(double x) => x;\n}\n"),
        File("HG1002", "read-only method of a struct that calls a static one",
            "public partial struct S\n{\n    [Differentiable]\n    public readonly double [|F|](double x) => G(x);\n\n    static double G(double x) => x;\n}\n",
            "public partial struct S\n{\n    [Differentiable]\n    public static double F(double x) => G(x);\n\n    static double G(double x) => x;\n}\n"),
        None("HG1002", "method that uses its instance",   "public partial class C { private double a; [Differentiable] public double [|F|](double x) => a * x; }"),
        None("HG1002", "method that uses its primary constructor", "public partial class C(double a) { [Differentiable] public double [|F|](double x) => a * x; }"),
        None("HG1002", "virtual method",                  "public partial class C { [Differentiable] public virtual double [|F|](double x) => x; }"),
        None("HG1002", "method that an interface asks for", "public interface I { double F(double x); } public partial class C : I { [Differentiable] public double [|F|](double x) => x; }"),

        File("HG1004", "attribute alone",
            "public static partial class C\n{\n    [Differentiable] public static double F([Variable] int [|n|], [Variable] double x) => n * x;\n}\n",
            "public static partial class C\n{\n    [Differentiable] public static double F(int n, [Variable] double x) => n * x;\n}\n"),
        File("HG1004", "attribute beside others, on a line of its own",
            "public static partial class C\n{\n    [Differentiable]\n    public static double F(\n        double x,\n        [Variable, System.ComponentModel.Description(\"n\")] ReadOnlySpan<int> [|n|]) => x * n[0];\n}\n",
            "public static partial class C\n{\n    [Differentiable]\n    public static double F(\n        double x,\n        [System.ComponentModel.Description(\"n\")] ReadOnlySpan<int> n) => x * n[0];\n}\n"),

        File("HG1006", "parameters of the result's type",
            "public static partial class C\n{\n    [Differentiable] public static double [|F|](double x, float y, ReadOnlySpan<double> z) => x * y * z[0];\n}\n",
            "public static partial class C\n{\n    [Differentiable] public static double F([Variable] double x, float y, [Variable] ReadOnlySpan<double> z) => x * y * z[0];\n}\n"),
        File("HG1006", "marks that stay and go",
            "public static partial class C\n{\n    [Differentiable] public static float [|F|]([Variable] double x, [Variable] float[] y, float z) => (float)x * y[0] * z;\n}\n",
            "public static partial class C\n{\n    [Differentiable] public static float F(double x, [Variable] float[] y, float z) => (float)x * y[0] * z;\n}\n"),
        None("HG1006", "no parameter of the result's type", "public static partial class C { [Differentiable] public static double [|F|](float x) => x; }"),

        File("HG1007", "ref that is only read",
            "public static partial class C\n{\n    [Differentiable] public static double F(ref double [|x|]) => x * x;\n}\n",
            "public static partial class C\n{\n    [Differentiable] public static double F(in double x) => x * x;\n}\n"),
        None("HG1007", "ref that is written", "public static partial class C { [Differentiable] public static double F(ref double [|x|]) => x *= 2; }"),
        None("HG1007", "out",                 "public static partial class C { [Differentiable] public static double F(double x, out double [|y|]) => y = x; }"),

        File("HG1014", "file-local class",
            "file static partial class [|C|]\n{\n    [Differentiable] public static double F(double x) => x;\n}\n",
            "internal static partial class C\n{\n    [Differentiable] public static double F(double x) => x;\n}\n"),

        Body("HG2004", "logarithm to a base that varies", "return 2 / [|Math.Log(x + 1, v[0])|];",                "return 2 / (Math.Log(x + 1) / Math.Log(v[0]));"),
        Body("HG2004", "logarithm, arguments by name",    "return [|Math.Log(newBase: v[0], a: x)|];",           "return Math.Log(x) / Math.Log(v[0]);"),
        NoneInBody("HG2004", "another function",          "return [|Math.ScaleB(x, n)|];"),

        Body("HG2006", "number",                          "return x * [|scale|];", "return x * scale;",           "private static double scale = -2;",          "private const double scale = -2;"),
        Body("HG2006", "public number, qualified",  "return x * [|C.scale|];", "return x * C.scale;", "static public int scale = 2 + 3;", "public const int scale = 2 + 3;"),
        Body("HG2006", "table",                           "return x * [|Table|][n];", "return x * Table[n];",     "private static double[] Table = [1, 2];",    "private static readonly double[] Table = [1, 2];"),
        NoneInBody("HG2006", "number that is written",    "return x * [|scale|];",    "private static double scale = 2; public static void Set() => (C.scale, _) = (3, 4);"),
        NoneInBody("HG2006", "number of a call",          "return x * [|scale|];",    "private static double scale = Math.Sqrt(2);"),
        NoneInBody("HG2006", "number that is handed out", "return x * [|scale|];",    "private static double scale = 2; public static ref double Scale => ref scale; public static void Set() { ref double s = ref scale; s = 3; }"),
        NoneInBody("HG2006", "table that is written",     "return x * [|Table|][n];", "private static double[] Table = [1, 2]; public static void Set() => Table[0] = 3;"),
        NoneInBody("HG2006", "table that is handed out",  "return x * [|Table|][n];", "private static double[] Table = [1, 2]; public static double[] Get() => Table;"),

        Body("HG2010", "product",                         "long k = checked([|n * (long)n|]); return x * k;",    "long k = checked(unchecked(n * (long)n)); return x * k;"),
        Body("HG2010", "conversion",                      "return v[checked([|(int)x|] + n)];",                  "return v[checked(unchecked((int)x) + n)];"),
        Body("HG2010", "statement",
            "long k = n; checked\n        {\n            [|k *= n|]; // k\n        }\n\n        return x * k;",
            "long k = n; checked\n        {\n            unchecked\n            {\n                k *= n;\n            } // k\n        }\n\n        return x * k;"),

        Body("HG3002", "zero",                            "return [|x == 0|] ? 1 : Math.Sin(x) / x;",            "return Math.Abs(x) <= 1e-12 ? 1 : Math.Sin(x) / x;"),
        Body("HG3002", "zero on the left",                "return [|0 == x - v[0]|] ? 1 : x;",                   "return Math.Abs(x - v[0]) <= 1e-12 ? 1 : x;"),
        Body("HG3002", "difference of sums",              "if (n > 0 && [|x + v[0] != x - 0.5|]) x *= 2; return x;", "if (n > 0 && Math.Abs(x + v[0] - (x - 0.5)) > 1e-12) x *= 2; return x;"),
        Body("HG3002", "float",                           "float y = (float)x; return [|y == 1|] ? 1 : x;",      "float y = (float)x; return Math.Abs(y - 1) <= 1e-6f ? 1 : x;"),
        NoneInBody("HG3002", "infinity",                  "return [|x == double.PositiveInfinity|] ? 1 : x;"),
        NoneInBody("HG3002", "tuples",                    "return [|(x, n) == (v[0], 3)|] ? 1 : x;"),
        NoneInBody("HG3002", "switch",                    "return x switch { [|0|] => 1, _ => x };"),
        new("HG3002", "without using System",
            "using HessianGen;\n\npublic static partial class C\n{\n    [Differentiable] public static double F(double x) => [|x == 2|] ? 1 : x;\n}\n",
            "using HessianGen;\n\npublic static partial class C\n{\n    [Differentiable] public static double F(double x) => System.Math.Abs(x - 2) <= 1e-12 ? 1 : x;\n}\n"),
    ];
    // @formatter:on

    public static FixRow Of(string name) => Rows.Single(row => row.ToString() == name);
}
