using static HessianGen.Mathematics.Tests.Reference.Domain;
using static HessianGen.Mathematics.Tests.Reference.Precise;

namespace HessianGen.Mathematics.Tests.Reference;

/// <summary>The table of the functions. A function that is not here is neither tested nor measured; a public one must be.</summary>
public static class Functions
{
    private const double Inf = double.PositiveInfinity, NaN = double.NaN, Max = double.MaxValue, Tiny = double.Epsilon;
    private const double Ninety = Math.PI / 2;

    // @formatter:off
    //   name        truth     sampled on                                                                              ULP: double, float   special values
    public static readonly IReadOnlyList<Function> All =
    [
        Unary("Exp",      Exp,      [Even(-1, 1), Even(-708, 709.78), Even(-745.2, -708), BothSignsOf(1e-20, 1)],            (1, 0.6), [(0, 1), (-0.0, 1), (Inf, Inf), (-Inf, 0), (710, Inf), (Max, Inf), (-746, 0), (-Max, 0), (Tiny, 1)]),
        Unary("Log",      Log,      [Even(0.5, 2), Logarithmic(1e-307, 1e308), Logarithmic(1e-323, 1e-307)],                 (1.5, 0.6), [(1, 0), (0, -Inf), (-0.0, -Inf), (Inf, Inf), (-1, NaN), (-Tiny, NaN), (-Inf, NaN)]),
        Unary("Tanh",     Tanh,     [Even(-2, 2), Even(-25, 25), BothSignsOf(1e-300, 1)],                                    (2, 0.6), [(0, 0), (-0.0, -0.0), (Inf, 1), (-Inf, -1), (Tiny, Tiny), (-Tiny, -Tiny), (Max, 1)]),
        Unary("Sigmoid",  Sigmoid,  [Even(-4, 4), Even(-708, 40), Even(-745.2, -708)],                                       (2, 0.6), [(0, 0.5), (-0.0, 0.5), (Inf, 1), (-Inf, 0), (Max, 1), (-Max, 0)]),
        Unary("Softplus", Softplus, [Even(-4, 4), Even(-708, 800), Even(-745.2, -708)],                                      (2, 0.6), [(Inf, Inf), (-Inf, 0), (Max, Max), (-Max, 0)]),
        Unary("LogP1",    LogP1,    [Even(-0.999, 2), Logarithmic(1e-300, 1e308), BothSignsOf(1e-300, 1), Even(-1 + 1e-15, -0.999)], (1.5, 0.6), [(0, 0), (-0.0, -0.0), (-1, -Inf), (Inf, Inf), (-1.5, NaN), (-Inf, NaN), (Tiny, Tiny), (-Tiny, -Tiny)]),
        Unary("ExpM1",    ExpM1,    [Even(-2, 2), Even(-50, 709.78), BothSignsOf(1e-300, 1)],                                (2, 0.6), [(0, 0), (-0.0, -0.0), (-Inf, -1), (Inf, Inf), (710, Inf), (Tiny, Tiny), (-Tiny, -Tiny), (-Max, -1)]),
        Unary("Sin",      Sin,      [Even(-7, 7), Even(-1e6, 1e6), BothSignsOf(1e-300, 1), BothSignsOf(1e5, 1.2e9), BothSignsOf(1e9, 1e308)], (2, 0.6), [(0, 0), (-0.0, -0.0), (Inf, NaN), (-Inf, NaN), (Tiny, Tiny), (-Tiny, -Tiny)]),
        Unary("Cos",      Cos,      [Even(-7, 7), Even(-1e6, 1e6), BothSignsOf(1e-300, 1), BothSignsOf(1e5, 1.2e9), BothSignsOf(1e9, 1e308)], (2, 0.6), [(0, 1), (-0.0, 1), (Inf, NaN), (-Inf, NaN)]),
        Unary("Tan",      Tan,      [Even(-7, 7), Even(-1e6, 1e6), BothSignsOf(1e-300, 1), BothSignsOf(1e5, 1.2e9), BothSignsOf(1e9, 1e308)], (2, 0.6), [(0, 0), (-0.0, -0.0), (Inf, NaN), (-Inf, NaN), (Tiny, Tiny), (-Tiny, -Tiny)]),
        Unary("Sinh",     Sinh,     [Even(-2, 2), Even(-40, 40), Even(-710.47, 710.47), BothSignsOf(1e-300, 1)],             (2, 0.6), [(0, 0), (-0.0, -0.0), (Inf, Inf), (-Inf, -Inf), (711, Inf), (-Max, -Inf), (Tiny, Tiny), (-Tiny, -Tiny)]),
        Unary("Cosh",     Cosh,     [Even(-2, 2), Even(-40, 40), Even(-710.47, 710.47)],                                     (2, 0.6), [(0, 1), (-0.0, 1), (Inf, Inf), (-Inf, Inf), (711, Inf), (-Max, Inf), (Tiny, 1)]),
        Unary("Atan",     Atan,     [Even(-4, 4), BothSignsOf(1e-300, 1), BothSignsOf(1, 1e300)],                            (2, 0.6), [(0, 0), (-0.0, -0.0), (Inf, Ninety), (-Inf, -Ninety), (Max, Ninety), (Tiny, Tiny), (-Tiny, -Tiny)]),
        Unary("Asin",     Asin,     [Even(-1, 1), BothSignsOf(1e-300, 1), Even(0.999, 1)],                                   (2, 0.6), [(0, 0), (-0.0, -0.0), (1, Ninety), (-1, -Ninety), (1.5, NaN), (-Inf, NaN), (Tiny, Tiny), (-Tiny, -Tiny)]),
        Unary("Acos",     Acos,     [Even(-1, 1), BothSignsOf(1e-300, 1), Even(0.999, 1), Even(-1, -0.999)],                 (2, 0.6), [(0, Ninety), (1, 0), (-1, Math.PI), (1.5, NaN), (-Inf, NaN), (Tiny, Ninety)]),
        Unary("Cbrt",     Cbrt,     [Even(-8, 8), BothSignsOf(1e-307, 1e308), BothSignsOf(1e-323, 1e-307)],                  (1, 0.6), [(0, 0), (-0.0, -0.0), (Inf, Inf), (-Inf, -Inf), (8, 2), (-27, -3)]),
        Binary("Hypot",   Hypot,    [(Even(-4, 4), Even(-4, 4)), (BothSignsOf(1e-300, 1e307), BothSignsOf(1e-300, 1e307)), (BothSignsOf(1e-310, 1e-300), BothSignsOf(1e-310, 1e-300)), (BothSignsOf(1e300, 1e308), BothSignsOf(1e300, 1e308))],
                                                                                                                             (1.5, 0.6), [(3, -4, 5), (0, 0, 0), (-0.0, -0.0, 0), (Inf, NaN, Inf), (NaN, -Inf, Inf), (-Inf, 1, Inf), (1, NaN, NaN), (NaN, 0, NaN), (Max, Max, Inf), (Tiny, 0, Tiny), (0, -Max, Max)]),
        Unary("Erf",      Erf,      [Even(-1, 1), Even(-6.5, 6.5), BothSignsOf(1e-300, 1)],                                  (2, 0.6), [(0, 0), (-0.0, -0.0), (Inf, 1), (-Inf, -1), (Max, 1), (-30, -1)]),
        Unary("Erfc",     Erfc,     [Even(-1, 1), Even(-6.5, 10), Even(0, 26.5), Even(26.5, 27.3)],                          (2, 0.7), [(0, 1), (-0.0, 1), (Inf, 0), (-Inf, 2), (Max, 0), (-30, 2), (28, 0), (Tiny, 1)]),
        Unary("Gaussian", Gaussian, [Even(-4, 4), Even(-26.5, 26.5), Even(26.5, 27.4), BothSignsOf(1e-300, 1)],              (1, 0.6), [(0, 1), (-0.0, 1), (Inf, 0), (-Inf, 0), (Max, 0), (-28, 0), (Tiny, 1)]),
        Unary("NormalPdf", NormalPdf, [Even(-4, 4), Even(-37.6, 37.6), Even(37.6, 38.7), BothSignsOf(1e-300, 1)],            (1, 0.6), [(Inf, 0), (-Inf, 0), (Max, 0), (-39, 0)]),
        Unary("NormalCdf", NormalCdf, [Even(-1, 1), Even(-8, 8), Even(-37.5, 0), Even(-38.6, -37.5), BothSignsOf(1e-300, 1)], (2, 0.7), [(0, 0.5), (-0.0, 0.5), (Inf, 1), (-Inf, 0), (Max, 1), (-Max, 0), (-39, 0), (Tiny, 0.5)]),
        Binary("Pow",     Pow,      [(Even(0.5, 2), Even(-4, 4)), (Logarithmic(1e-3, 1e3), Even(-100, 100)), (Logarithmic(1e-307, 1e307), Even(-1, 1)), (Even(0.99, 1.01), Even(-7e4, 7e4)), (Logarithmic(1e-323, 1e-307), Even(-0.9, 0.9))],
                                                                                                                             (1.5, 0.7), [(2, 3, 8), (-2, 3, -8), (-2, 2, 4), (-2, 0.5, NaN), (0, 0, 1), (NaN, 0, 1), (1, NaN, 1), (1, Inf, 1), (-1, -Inf, 1), (0, -1, Inf), (-0.0, -1, -Inf), (-0.0, 3, -0.0), (0, 2, 0), (Inf, -1, 0), (-Inf, 3, -Inf), (2, Inf, Inf), (2, -Inf, 0), (0.5, Inf, 0), (2, 1024, Inf), (2, -1080, 0), (Max, 2, Inf), (-Max, 3, -Inf), (NaN, 1, NaN), (2, NaN, NaN)]),
    ];
    // @formatter:on

    private static Function Unary(
        string name, Func<DoubleDouble, DoubleDouble> truth, Domain[] domains, (double, double) maxUlp, (double X, double Result)[] special) =>
        new(name, 1, (x, _) => truth(x), [.. domains.Select(d => (d, Even(0, 0)))], maxUlp, [.. special.Select(row => (row.X, 0.0, row.Result))]);

    private static Function Binary(
        string name, Func<DoubleDouble, DoubleDouble, DoubleDouble> truth, (Domain, Domain)[] domains, (double, double) maxUlp, (double, double, double)[] special) =>
        new(name, 2, (x, y) => truth(x, y), domains, maxUlp, special);
}
