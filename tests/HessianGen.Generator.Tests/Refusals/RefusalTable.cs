using static HessianGen.Generator.Tests.Refusals.Refusal;

namespace HessianGen.Generator.Tests.Refusals;

/// <summary>One row for each way in which a method is refused.</summary>
internal static class RefusalTable
{
    // @formatter:off
    public static IReadOnlyList<Refusal> Rows { get; } =
    [
        // declarations
        File("HG1001", "class that is not partial",       "public static class [|C|] { [Differentiable] public static double F(double x) => x; }"),
        File("HG1001", "outer class that is not partial", "public static class [|O|] { public static partial class C { [Differentiable] public static double F(double x) => x; } }"),
        File("HG1001", "struct that is not partial",      "public struct [|S|] { [Differentiable] public static double F(double x) => x; }"),
        File("HG1002", "instance method",                 "public partial class C { [Differentiable] public double [|F|](double x) => x; }"),
        File("HG1003", "no floating-point parameter",     "public static partial class C { [Differentiable] public static double [|F|](int n) => n; }"),
        File("HG1003", "no parameter at all",             "public static partial class C { [Differentiable] public static double [|F|]() => 1; }"),
        File("HG1004", "integer variable",                "public static partial class C { [Differentiable] public static double F([Variable] int [|n|], double x) => n * x; }"),
        File("HG1004", "span of integers as variable",    "public static partial class C { [Differentiable] public static double F([Variable] ReadOnlySpan<int> [|n|], double x) => x; }"),
        File("HG1005", "void",                            "public static partial class C { [Differentiable] public static [|void|] F(double x) { } }"),
        File("HG1005", "integer result",                  "public static partial class C { [Differentiable] public static [|int|] F(double x) => 1; }"),
        File("HG1005", "decimal result",                  "public static partial class C { [Differentiable] public static [|decimal|] F(double x) => 1; }"),
        File("HG1005", "array as result",                 "public static partial class C { [Differentiable] public static [|double[]|] F(double x) => [x]; }"),
        File("HG1006", "double and float variables",      "public static partial class C { [Differentiable] public static double [|F|](double x, float y) => x * y; }"),
        File("HG1006", "float variable, double result",   "public static partial class C { [Differentiable] public static double [|F|](float x) => x; }"),
        File("HG1007", "ref parameter",                   "public static partial class C { [Differentiable] public static double F(ref double [|x|]) => x; }"),
        File("HG1007", "out parameter",                   "public static partial class C { [Differentiable] public static double F(double x, out double [|y|]) => y = x; }"),
        File("HG1008", "generic method",                  "public static partial class C { [Differentiable] public static double [|F|]<T>(double x) => x; }"),
        File("HG2003", "type parameter of the class",     "public static partial class C<T> where T : System.Numerics.INumber<T> { [Differentiable] public static double F(double x) { T[] t = [|new T[2]|]; return x; } }"),
        File("HG1009", "async method",                    "public static partial class C { [Differentiable] public static async System.Threading.Tasks.Task<double> [|F|](double x) { await System.Threading.Tasks.Task.Yield(); return x; } }"),
        File("HG1009", "iterator",                        "public static partial class C { [Differentiable] public static IEnumerable<double> [|F|](double x) { yield return x; } }"),
        File("HG1010", "string parameter",                "public static partial class C { [Differentiable] public static double F(double x, [|string|] s) => x; }"),
        File("HG1010", "list parameter",                  "public static partial class C { [Differentiable] public static double F(double x, [|List<double>|] s) => x; }"),
        File("HG1010", "array of arrays four deep",       "public static partial class C { [Differentiable] public static double F(double x, [|double[][][][]|] s) => x; }"),
        File("HG1010", "rectangle of arrays",             "public static partial class C { [Differentiable] public static double F(double x, [|double[,][]|] s) => x; }"),
        File("HG1010", "decimal parameter",               "public static partial class C { [Differentiable] public static double F(double x, [|decimal|] s) => x; }"),
        File("HG1010", "nullable parameter",              "public static partial class C { [Differentiable] public static double F(double x, [|double?|] s) => x; }"),
        File("HG1011", "product that is not built yet",   "public static partial class C { [Differentiable([|Derivatives.Gradient | Derivatives.GaussNewton|])] public static double F(double x) => x; }"),
        File("HG1012", "abstract",                        "public partial interface C { [Differentiable] static abstract double [|F|](double x); }"),
        File("HG1013", "local function",                  "public static partial class C { public static double F(double x) { return G(x); [Differentiable] static double [|G|](double y) => y; } }"),
        File("HG1014", "file-local class",                "file static partial class [|C|] { [Differentiable] public static double F(double x) => x; }"),
        File("HG1015", "rectangular variable in a batch", "public static partial class C { [Differentiable(Derivatives.Gradient | Derivatives.Batch)] public static double F(double[,] [|x|]) => x[0, 0]; }"),
        File("HG1015", "jagged data of each instance",    "public static partial class C { [Differentiable(Derivatives.Gradient | Derivatives.Batch)] public static double F([Variable] double x, [PerInstance] double[][] [|y|]) => x * y[0][0]; }"),
        File("HG1015", "shared variable",                 "public static partial class C { [Differentiable(Derivatives.Gradient | Derivatives.Batch)] public static double F([Shared] double [|x|]) => x; }"),
        File("HG1015", "enum of each instance",           "public static partial class C { [Differentiable(Derivatives.Gradient | Derivatives.Batch)] public static double F(double x, [PerInstance] DayOfWeek [|y|]) => x * (int)y; }"),
        File("HG1016", "batch of nothing",                "public static partial class C { [Differentiable([|Derivatives.Batch | Derivatives.Objective|])] public static double F(double x) => x; }"),

        // expressions
        Body("HG2001", "string",                          "string s = [|$\"{n}\"|]; return x;"),
        Body("HG2001", "typeof",                          "Type t = [|typeof(int)|]; return x;"),
        Body("HG2001", "mutating lambda",                 "double s = 0; Action<double> add = [|y => s += y|]; add(x); return s;"),
        Body("HG2001", "range in a variable",             "Range r = [|1..2|]; return x;"),
        Body("HG2001", "instance property",               "return x + [|DateTime.Now.Hour|];"),
        Body("HG2001", "reassigned ref local",            "double a = x, b = x; ref double r = ref a; [|r = ref b|]; return r;"),
        Body("HG2001", "null-conditional",                "double[] a = null!; return x + ([|a?.Length == 1|] ? 1 : 0);"),

        // statements
        Body("HG2002", "try",                             "[|try { return x; } finally { n++; }|]"),
        Body("HG2002", "goto",                            "again: x *= 2; if (x < 1) goto again; return x;".Replace("again: x *= 2;", "[|again: x *= 2;|]")),
        Body("HG2002", "lock",                            "[|lock (typeof(C)) { return x; }|]"),
        Body("HG2002", "goto case",                       "switch (n) { case 0: return x; default: [|goto case 0;|] }"),

        // types
        Body("HG2003", "object creation",                 "var list = [|new List<double>()|]; return x;"),
        Body("HG2003", "decimal",                         "decimal d = [|1.5m|]; return x * (double)d;"),
        Body("HG2003", "array of arrays three deep",      "double[][][] a = [|new double[2][][]|]; return x;"),
        Body("HG2003", "char array",                      "char[] c = [|new char[2]|]; return x;"),
        Body("HG2003", "foreach over a list",             "double s = 0; foreach (double y in [|L()|]) s += y; return s;", "static List<double> L() => [];"),
        Body("HG2003", "nullable value",                  "double? y = [|x|]; return y ?? 0;"),

        // calls
        Body("HG2004", "method without source",           "return x + [|Convert.ToDouble(n)|];"),
        Body("HG2004", "function without derivative",     "return [|Math.ScaleB(x, n)|];"),
        Body("HG2004", "logarithm to a base that varies", "return [|Math.Log(x, v[0])|];"),
        Body("HG2004", "LINQ",                            "double[] a = [x]; return [|System.Linq.Enumerable.Sum(a)|];"),
        Body("HG2005", "recursion",                       "return G(x, n);", "static double G(double x, int n) => n == 0 ? x : [|G(x * x, n - 1)|];"),
        Body("HG2005", "recursion to the method itself",  "return n == 0 ? x : [|F(x * x, v, n - 1)|];"),
        Body("HG2005", "recursion that no constant ends", "return G(x, 0, n);", "static double G(double x, int k, int n) => k == n ? x : [|G(x * x, k + 1, n)|];"),
        Body("HG2005", "mutual recursion",                "return G(x, n);", "static double G(double x, int n) => n == 0 ? x : H(x, n); static double H(double x, int n) => [|G(x, n - 1)|];"),
        Body("HG2006", "mutable static field",            "return x * [|scale|];", "private static double scale = 2;"),
        Body("HG2006", "assigned static field",           "[|count|]++; return x;", "private static int count;"),
        Body("HG2006", "table that is written",           "return x * [|Table|][n];", "private static readonly double[] Table = [1, 2]; public static void Set() => Table[0] = 3;"),
        Body("HG2006", "table that others can write",     "return x * [|Table|][n];", "public static readonly double[] Table = [1, 2];"),
        Body("HG2006", "table that is handed out",        "return x * [|Table|][n];", "private static readonly double[] Table = [1, 2]; public static double[] Get() => Table;"),
        Body("HG2007", "one variable for two lambdas",    "Func<double, double> f = y => y; for (int i = 0; i < n; i++) { f = y => [|y * y|]; } return f(x);"),
        Body("HG2006", "static readonly of a call",       "return x * [|Scale|];", "private static readonly double Scale = Random.Shared.NextDouble();"),
        Body("HG2007", "sizes that differ by iteration",  "double[] a = v.ToArray(); for (int m = 1; m < n; m *= 2) { double[] b = [|new double[m]|]; b[0] = a[0]; a = b; } return a[0] + x;"),
        Body("HG2009", "instance call",                   "return x * [|Random.Shared.NextDouble()|];"),
        Body("HG2011", "rule without result",             "return [|G(x)|];", "internal static double G(double x) => x; [DerivativeOf(typeof(C), nameof(G))] static void H(double x, out double dx) => dx = 1;"),
        Body("HG2011", "rule that is not static",         "return [|Q.G(x)|];", "internal static class Q { internal static double G(double x) => x; } internal class R { [DerivativeOf(typeof(Q), nameof(Q.G))] void H(double x, double y, out double dx) => dx = 1; }"),
        Body("HG2011", "rule of another signature",       "return [|G(x, n)|];", "internal static double G(double x, int n) => x; [DerivativeOf(typeof(C), nameof(G))] static void H(double x, long n, double y, out double dx) => dx = 1;"),
        Body("HG2011", "two rules",                       "return [|G(x)|];", "internal static double G(double x) => x; [DerivativeOf(typeof(C), nameof(G))] static void H(double x, double y, out double dx) => dx = 1; [DerivativeOf(typeof(C), nameof(G))] static void K(double x, double y, out double dx) => dx = 2;"),
        Body("HG2011", "rule of a method out of reach",   "return x + Q.F(x);", "internal static class Q { internal static double F(double x) => [|G(x)|]; private static double G(double x) => x; [DerivativeOf(typeof(Q), nameof(G))] static void H(double x, double y, out double dx) => dx = 1; }"),
        Body("HG2010", "checked 64-bit arithmetic",       "long k = checked([|n * (long)n|]); return x * k;"),
    ];
    // @formatter:on

    public static Refusal Of(string name) => Rows.Single(row => row.ToString() == name);
}
