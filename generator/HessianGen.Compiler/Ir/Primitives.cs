using static HessianGen.Compiler.Ir.Domain;
using static HessianGen.Compiler.Ir.Term;

namespace HessianGen.Compiler.Ir;

/// <summary>The primitive table: one row per scalar function. To add a function, add a row (docs/contributing.md).</summary>
/// <remarks>
/// Legend. x, a, b, c: operands. y: the primitive's own result, reused, never recomputed. s: the seed, for the rows
/// whose derivative is a selection and not a product, so that a branch not taken is a strong zero.
/// There is no column of second derivatives: the first is differentiated.
/// </remarks>
internal static class Primitives
{
    private const double Ln2 = 0.693147180559945309, Ln10 = 2.30258509299404568, TwoOverSqrtPi = 1.12837916709551257;

    // @formatter:off
    // arithmetic           name      C#    meaning                derivative in a                     derivative in b
    public static readonly Primitive Add = Infix("add", "+", (a, b) => a + b, (a, b, y, s) => s,             (a, b, y, s) => s,             Cost.Flop) with { IsCommutative = true };
    public static readonly Primitive Sub = Infix("sub", "-", (a, b) => a - b, (a, b, y, s) => s,             (a, b, y, s) => -s,            Cost.Flop);
    public static readonly Primitive Mul = Infix("mul", "*", (a, b) => a * b, (a, b, y, s) => s * b,         (a, b, y, s) => s * a,         Cost.Flop) with { IsCommutative = true };
    public static readonly Primitive Div = Infix("div", "/", (a, b) => a / b, (a, b, y, s) => s / b,         (a, b, y, s) => -(s / b * y),  Cost.Division);
    public static readonly Primitive Rem = Infix("rem", "%", (a, b) => a % b, (a, b, y, s) => s,             (a, b, y, s) => -(s * Truncated(a / b)), Cost.Division);
    public static readonly Primitive Neg = new("neg", 1, "-", default, v => -v[0], [(v, y, s) => -s], [Reals], Cost.Flop);

    // smooth functions of one operand            stands for                       meaning        dy/dx                       smooth on
    public static readonly Primitive Exp   = Unary("exp",   Math("Exp"),                    M.Exp,   (x, y) => y,                   Reals);
    public static readonly Primitive Exp2  = Unary("exp2",  Float("Exp2"),                  M.Exp2,  (x, y) => y * Ln2,             Reals);
    public static readonly Primitive Exp10 = Unary("exp10", Float("Exp10"),                 M.Exp10, (x, y) => y * Ln10,            Reals);
    public static readonly Primitive ExpM1 = Unary("expm1", Special("ExpM1", Float("ExpM1")),                 S.ExpM1, (x, y) => Of(Exp, x),          Reals);
    public static readonly Primitive LogP1 = Unary("logp1", Special("Log1P", Float("LogP1")),                 S.Log1P, (x, y) => 1 / (1 + x),         AboveMinusOne);
    public static readonly Primitive Log   = Unary("log",   Math("Log"),                    M.Log,   (x, y) => 1 / x,               Positive);
    public static readonly Primitive Log2  = Unary("log2",  Math("Log2"),                   M.Log2,  (x, y) => 1 / (x * Ln2),       Positive);
    public static readonly Primitive Log10 = Unary("log10", Math("Log10"),                  M.Log10, (x, y) => 1 / (x * Ln10),      Positive);
    public static readonly Primitive Sqrt  = Unary("sqrt",  Math("Sqrt"),                   M.Sqrt,  (x, y) => 0.5 / y,             Positive, Cost.Division);
    public static readonly Primitive Cbrt  = Unary("cbrt",  Math("Cbrt"),                   M.Cbrt,  (x, y) => 1 / (3 * y * y),     Positive);
    public static readonly Primitive Sin   = Unary("sin",   Math("Sin"),                    M.Sin,   (x, y) => Of(Cos!, x),         Reals);
    public static readonly Primitive Cos   = Unary("cos",   Math("Cos"),                    M.Cos,   (x, y) => -Of(Sin, x),         Reals);
    public static readonly Primitive Tan   = Unary("tan",   Math("Tan"),                    M.Tan,   (x, y) => 1 + y * y,           Unit);
    public static readonly Primitive Asin  = Unary("asin",  Math("Asin"),                   M.Asin,  (x, y) => 1 / Of(Sqrt, (1 - x) * (1 + x)),    Unit);
    public static readonly Primitive Acos  = Unary("acos",  Math("Acos"),                   M.Acos,  (x, y) => -1 / Of(Sqrt, (1 - x) * (1 + x)),   Unit);
    public static readonly Primitive Atan  = Unary("atan",  Math("Atan"),                   M.Atan,  (x, y) => 1 / (1 + x * x),     Reals);
    public static readonly Primitive Sinh  = Unary("sinh",  Math("Sinh"),                   M.Sinh,  (x, y) => Of(Cosh!, x),        Reals);
    public static readonly Primitive Cosh  = Unary("cosh",  Math("Cosh"),                   M.Cosh,  (x, y) => Of(Sinh, x),         Reals);
    public static readonly Primitive Tanh  = Unary("tanh",  Math("Tanh"),                   M.Tanh,  (x, y) => 1 - y * y,           Reals);
    public static readonly Primitive Asinh = Unary("asinh", Math("Asinh"),                  M.Asinh, (x, y) => 1 / Of(Sqrt, 1 + x * x),            Reals);
    public static readonly Primitive Acosh = Unary("acosh", Math("Acosh"),                  M.Acosh, (x, y) => 1 / Of(Sqrt, (x - 1) * (x + 1)),    AboveOne);
    public static readonly Primitive Atanh = Unary("atanh", Math("Atanh"),                  M.Atanh, (x, y) => 1 / ((1 - x) * (1 + x)),            Unit);

    // HessianGen.SpecialFunctions: each derivative keeps its digits in the tails
    public static readonly Primitive Sigmoid    = Unary("sigmoid",    Special("Sigmoid"),    S.Sigmoid,    (x, y) => y * Of(Sigmoid!, -x),            Reals);
    public static readonly Primitive Softplus   = Unary("softplus",   Special("Softplus"),   S.Softplus,   (x, y) => Of(Sigmoid, x),                  Reals);
    public static readonly Primitive LogSigmoid = Unary("logsigmoid", Special("LogSigmoid"), S.LogSigmoid, (x, y) => Of(Sigmoid, -x),                 Reals);
    public static readonly Primitive Silu       = Unary("silu",       Special("Silu"),       S.Silu,       (x, y) => Of(Sigmoid, x) + y * Of(Sigmoid, -x), Reals);
    public static readonly Primitive Gaussian   = Unary("gaussian",   Special("Gaussian"),   S.Gaussian,   (x, y) => -2 * x * y,                      Reals);
    public static readonly Primitive Erf        = Unary("erf",        Special("Erf"),        S.Erf,        (x, y) => TwoOverSqrtPi * Of(Gaussian, x),  Reals);
    public static readonly Primitive Erfc       = Unary("erfc",       Special("Erfc"),       S.Erfc,       (x, y) => -TwoOverSqrtPi * Of(Gaussian, x), Reals);
    public static readonly Primitive NormalPdf  = Unary("normalpdf",  Special("NormalPdf"),  S.NormalPdf,  (x, y) => -x * y,                          Reals);
    public static readonly Primitive NormalCdf  = Unary("normalcdf",  Special("NormalCdf"),  S.NormalCdf,  (x, y) => Of(NormalPdf, x),                Reals);
    public static readonly Primitive Gelu       = Unary("gelu",       Special("Gelu"),       S.Gelu,       (x, y) => Of(NormalCdf, x) + x * Of(NormalPdf, x), Reals);
    public static readonly Primitive LogMills   = Ordered("logmills", Special("LogMillsRatio"), S.LogMillsRatio, (n, x, y) => Of(LogMills!, n + 1, x), Reals);
    public static readonly Primitive InverseMills = Unary("inversemills", Special("InverseMillsRatio"), S.InverseMillsRatio, (x, y) => Select(Less(x, 0), Of(LogMills, 2, -x) - 1, y * Of(LogMills, 1, -x)), Reals);
    public static readonly Primitive LogNormalCdf = Unary("lognormalcdf", Special("LogNormalCdf"), S.LogNormalCdf, (x, y) => Of(InverseMills, x),    Reals);
    public static readonly Primitive Polygamma  = Ordered("polygamma", Special("Polygamma"), S.Polygamma,  (n, x, y) => Of(Polygamma!, n + 1, x),     Positive);
    public static readonly Primitive Trigamma   = Unary("trigamma",   Special("Trigamma"),   S.Trigamma,   (x, y) => Of(Polygamma, 2, x),             Positive);
    public static readonly Primitive Digamma    = Unary("digamma",    Special("Digamma"),    S.Digamma,    (x, y) => Of(Trigamma, x),                 Positive);
    public static readonly Primitive LogGamma   = Unary("lgamma",     Special("LogGamma"),   S.LogGamma,   (x, y) => Of(Digamma, x),                  Positive);
    public static readonly Primitive Gamma      = Unary("gamma",      Special("Gamma"),      S.Gamma,      (x, y) => y * Of(Digamma, x),              Positive);

    // several operands
    public static readonly Primitive Pow   = Binary("pow",   Math("Pow"),   M.Pow,   (a, b, y, s) => s * PowerSlope(a, b),       (a, b, y, s) => s * Select(Equal(a, 0), 0, y * Of(Log, a)),   Positive, Reals, Cost.Transcendental);
    public static readonly Primitive Hypot = Binary("hypot", Float("Hypot"), M.Hypot, (a, b, y, s) => Select(Equal(y, 0), 0, s * a / y), (a, b, y, s) => Select(Equal(y, 0), 0, s * b / y), Reals, Positive, Cost.Transcendental);
    public static readonly Primitive Atan2 = Binary("atan2", Math("Atan2"), M.Atan2, (a, b, y, s) => s * b / (a * a + b * b),     (a, b, y, s) => -(s * a / (a * a + b * b)),                   Reals, Positive, Cost.Transcendental);
    public static readonly Primitive Fma   = new("fma", 3, null, Names(Math("FusedMultiplyAdd")), v => M.FusedMultiplyAdd(v[0], v[1], v[2]), [(v, y, s) => s * v[1], (v, y, s) => s * v[0], (v, y, s) => s], [Reals, Reals, Reals], Cost.Flop);

    // kinks: the first operand wins ties, and what is not chosen is a strong zero
    public static readonly Primitive Abs    = new("abs", 1, null, Names(Math("Abs")), v => M.Abs(v[0]), [(v, y, s) => Select(Less(0, v[0]), s, Select(Less(v[0], 0), -s, 0))], [Reals], Cost.Flop);
    public static readonly Primitive Max    = Binary("max", Math("Max"), M.Max, (a, b, y, s) => Select(Less(a, b), 0, s), (a, b, y, s) => Select(Less(a, b), s, 0), Reals, Reals, Cost.Flop);
    public static readonly Primitive Min    = Binary("min", Math("Min"), M.Min, (a, b, y, s) => Select(Less(b, a), 0, s), (a, b, y, s) => Select(Less(b, a), s, 0), Reals, Reals, Cost.Flop);
    public static readonly Primitive Huber  = Binary("huber", Special("Huber"), S.Huber, (a, b, y, s) => Select(Less(b, Of(Abs, a)), s * Of(CopySign!, b, a), s * a), (a, b, y, s) => Select(Less(b, Of(Abs, a)), s * (Of(Abs, a) - b), 0), Reals, Positive, Cost.Flop);
    public static readonly Primitive CopySign = new("copysign", 2, null, Names(Math("CopySign")), v => M.CopySign(v[0], v[1]), [(v, y, s) => Select(Equal(v[0], 0), 0, s * Of(CopySign!, 1, v[0]) * Of(CopySign!, 1, v[1])), null], [Reals, Reals], Cost.Flop);
    public static readonly Primitive Select_ = new("select", 3, null, default, null, [null, (v, y, s) => Select(v[0], s, 0), (v, y, s) => Select(v[0], 0, s)], [Reals, Reals, Reals], Cost.Free);
    public static readonly Primitive Convert = new("convert", 1, null, default, null, [(v, y, s) => s], [Reals], Cost.Free);

    // steps: zero derivative, and a warning to the user
    public static readonly Primitive Floor    = Step("floor",    Math("Floor"),    M.Floor);
    public static readonly Primitive Ceiling  = Step("ceiling",  Math("Ceiling"),  M.Ceiling);
    public static readonly Primitive Truncate = Step("truncate", Math("Truncate"), M.Truncate);
    public static readonly Primitive Round    = Step("round",    Math("Round"),    M.Round);

    // comparisons and logic; integers, bool and floating point alike
    public static readonly Primitive Eq  = Comparison("eq", "==");
    public static readonly Primitive Ne  = Comparison("ne", "!=");
    public static readonly Primitive Lt  = Comparison("lt", "<");
    public static readonly Primitive Le  = Comparison("le", "<=");
    public static readonly Primitive Gt  = Comparison("gt", ">");
    public static readonly Primitive Ge  = Comparison("ge", ">=");
    public static readonly Primitive And = Bitwise("and", "&", 2);
    public static readonly Primitive Or  = Bitwise("or",  "|", 2);
    public static readonly Primitive Xor = Bitwise("xor", "^", 2);
    public static readonly Primitive Not = Bitwise("not", "!", 1);            // bool: !x   integers: ~x
    public static readonly Primitive Shl = Bitwise("shl", "<<", 2);
    public static readonly Primitive Shr = Bitwise("shr", ">>", 2);
    public static readonly Primitive Ushr = Bitwise("ushr", ">>>", 2);
    // @formatter:on

    /// <summary>Every row, in the order of the table.</summary>
    public static readonly IReadOnlyList<Primitive> All =
    [
        Add, Sub, Mul, Div, Rem, Neg,
        Exp, Exp2, Exp10, ExpM1, LogP1, Log, Log2, Log10, Sqrt, Cbrt, Sin, Cos, Tan, Asin, Acos, Atan, Sinh, Cosh, Tanh, Asinh, Acosh, Atanh,
        Sigmoid, Softplus, LogSigmoid, Silu, Gaussian, Erf, Erfc, NormalPdf, NormalCdf, Gelu, LogMills, InverseMills, LogNormalCdf, Polygamma, Trigamma, Digamma, LogGamma, Gamma,
        Pow, Hypot, Atan2, Fma, Abs, Max, Min, Huber, CopySign, Select_, Convert, Floor, Ceiling, Truncate, Round,
        Eq, Ne, Lt, Le, Gt, Ge, And, Or, Xor, Not, Shl, Shr, Ushr,
    ];

    private static readonly Dictionary<string, Primitive> ByMethodName =
        All.SelectMany(p => p.Methods.Select(m => (m, p))).ToDictionary(row => row.m, row => row.p, StringComparer.Ordinal);

    /// <summary>The row that a .NET method such as <c>System.Math.Tanh</c> means, or null.</summary>
    public static Primitive? ByMethod(string qualifiedName) => ByMethodName.TryGetValue(qualifiedName, out Primitive? row) ? row : null;

    /// <summary>A function of <c>System.Math</c>: also spelled <c>MathF.Exp</c>, <c>double.Exp</c>, <c>float.Exp</c>. What is emitted stands first: for f64, then for f32.</summary>
    private static string[] Math(string name) => ["System.Math." + name, "System.MathF." + name, "System.Double." + name, "System.Single." + name];

    /// <summary>A function of the number types alone: <c>double.Hypot</c>, <c>float.Hypot</c>.</summary>
    private static string[] Float(string name) => ["System.Double." + name, "System.Single." + name];

    /// <summary>A function of the run-time library, which is emitted, and other methods that mean it: .NET's where they are less accurate.</summary>
    private static string[] Special(string name, params string[] others) => ["HessianGen.SpecialFunctions." + name, .. others];

    private static EquatableArray<string> Names(string[] names) => new(names);

    private static Primitive Unary(string name, string[] methods, Func<double, double> meaning, Func<Term, Term, Term> derivative, Domain domain, Cost cost = Cost.Transcendental) =>
        new(name, 1, null, Names(methods), v => meaning(v[0]), [(v, y, s) => s * derivative(v[0], y)], [domain], cost);

    /// <summary>A family of functions of x by their order n, which is a constant of the program.</summary>
    private static Primitive Ordered(string name, string[] methods, Func<double, double, double> meaning, Func<Term, Term, Term, Term> derivative, Domain domain) =>
        new(name, 2, null, Names(methods), v => meaning(v[0], v[1]), [null, (v, y, s) => s * derivative(v[0], v[1], y)], [Orders, domain], Cost.Transcendental);

    private static Primitive Binary(
        string name, string[] methods, Func<double, double, double> meaning,
        Func<Term, Term, Term, Term, Term> a, Func<Term, Term, Term, Term, Term> b, Domain first, Domain second, Cost cost) =>
        new(name, 2, null, Names(methods), v => meaning(v[0], v[1]), [(v, y, s) => a(v[0], v[1], y, s), (v, y, s) => b(v[0], v[1], y, s)], [first, second], cost);

    private static Primitive Infix(string name, string symbol, Func<double, double, double> meaning, Func<Term, Term, Term, Term, Term> a, Func<Term, Term, Term, Term, Term> b, Cost cost) =>
        Binary(name, [], meaning, a, b, Reals, name is "div" or "rem" ? Positive : Reals, cost) with { Operator = symbol };

    private static Primitive Step(string name, string[] methods, Func<double, double> meaning) =>
        new(name, 1, null, Names(methods), v => meaning(v[0]), [null], [Reals], Cost.Flop) { IsStep = true };

    private static Primitive Comparison(string name, string symbol) =>
        new(name, 2, symbol, default, null, [null, null], [Reals, Reals], Cost.Free) { IsComparison = true };

    private static Primitive Bitwise(string name, string symbol, int arity) =>
        new(name, arity, symbol, default, null, new Propagation?[arity], [], Cost.Free) { IsCommutative = name is "and" or "or" or "xor" };

    /// <summary>b·a^(b−1), and 0 where b is 0: there a^(b−1) may be infinite (a = 0).</summary>
    private static Term PowerSlope(Term a, Term b)
    {
        if (b.IsZero) return 0;
        Term slope = b * Of(Pow, a, b - 1);
        return b.IsNumber ? slope : Select(Equal(b, 0), 0, slope);
    }

    private static Term Truncated(Term x) => Of(Truncate, x);
}
