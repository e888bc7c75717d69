using HessianGen.Compiler.Ir;
using static HessianGen.Compiler.Ir.Primitives;
using static HessianGen.Compiler.Optimization.Licence;
using static HessianGen.Compiler.Optimization.PatternSort;

namespace HessianGen.Compiler.Optimization;

/// <summary>The table of rewrite rules. To add a rule, add a row (docs/contributing.md); the tests find the licence it really needs.</summary>
/// <remarks>
/// Legend. x, y, z: floating-point. i, j: integers. a, b: numbers of either kind. p: bool. u, v, w: any type. c, d: floating-point
/// constants. two, scale: constants ±2ⁿ. k: a constant neither large nor small. negative: a constant below 0. m, n: integer constants. Rules go one way: signs move outwards, constants together and to
/// where they fold. There is no rule x · 0 → 0: it would hide a NaN.
/// </remarks>
internal static class Rules
{
    private const double MinusZero = -0.0;

    private static readonly PatternVariable
        x = new(0, Float), y = new(1, Float), z = new(2, Float), i = new(0, Integer), j = new(1, Integer), a = new(0, Number), b = new(1, Number),
        p = new(0, PatternSort.Boolean), u = new(1, Any), v = new(2, Any), w = new(3, Any),
        c = new(3, FloatConstant), d = new(4, FloatConstant), two = new(3, PowerOfTwo), scale = new(4, PowerOfTwo), k = new(3, Moderate), negative = new(3, Negative), m = new(3, IntegerConstant), n = new(4, IntegerConstant);

    // @formatter:off
    /// <summary>Every row; of several that match, the first is applied.</summary>
    public static readonly IReadOnlyList<Rule> All =
    [
        // zeros and ones         pattern                              replacement              licence
        new("add-zero",           x + 0,                               x,                       NoSignedZeros),
        new("add-minus-zero",     x + MinusZero,                       x,                       None),
        new("sub-zero",           x - 0,                               x,                       None),
        new("sub-minus-zero",     x - MinusZero,                       x,                       NoSignedZeros),
        new("zero-sub",           0 - x,                               -x,                      NoSignedZeros),
        new("minus-zero-sub",     MinusZero - x,                       -x,                      None),
        new("zero-sub-integer",   0 - i,                               -i,                      None),
        new("mul-one",            x * 1,                               x,                       None),
        new("div-one",            x / 1,                               x,                       None),
        new("mul-minus-one",      a * -1,                              -a,                      None),
        new("div-minus-one",      x / -1,                              -x,                      None),
        new("sub-self",           x - x,                               0,                       NoNaNs),
        new("add-self",           x + x,                               2 * x,                   None),

        // signs
        new("neg-neg",            -(-a),                               a,                       None),
        new("neg-sub",            -(x - y),                            y - x,                   NoSignedZeros),
        new("neg-sub-integer",    -(i - j),                            j - i,                   None),
        new("add-neg",            a + -b,                              a - b,                   None),
        new("sub-neg",            a - -b,                              a + b,                   None),
        new("neg-left-sub",       -x - y,                              -(x + y),                NoSignedZeros),
        new("mul-neg-neg",        -a * -b,                             a * b,                   None),
        new("mul-neg-constant",   -x * c,                              x * -c,                  None),
        new("neg-mul-constant",   -(x * c),                            x * -c,                  None),
        new("sub-mul-negative",   (x - y) * negative,                  (y - x) * -negative,     NoSignedZeros),
        new("neg-div-constant",   -(c / x),                            -c / x,                  None),
        new("mul-neg",            -a * b,                              -(a * b),                None),
        new("div-neg-neg",        -x / -y,                             x / y,                   None),
        new("div-neg-constant",   -x / c,                              x / -c,                  None),
        new("constant-div-neg",   c / -x,                              -c / x,                  None),
        new("neg-div",            -x / y,                              -(x / y),                None),
        new("div-neg",            x / -y,                              -(x / y),                None),
        new("abs-neg",            Of(Abs, -x),                         Of(Abs, x),              None),
        new("abs-abs",            Of(Abs, Of(Abs, x)),                 Of(Abs, x),              None),

        // division and grouping
        new("div-power-of-two",   x / two,                             x * (1 / two),           None),
        new("div-constant",       x / c,                               x * (1 / c),             Reciprocal),
        new("mul-constant-scale", (x * k) * scale,                     x * (k * scale),         Contract),
        new("mul-scale-constant", (x * scale) * k,                     x * (scale * k),         Contract),
        new("mul-mul-constant",   (x * c) * d,                         x * (c * d),             Reassociate),
        new("factor-right",       x * z + y * z,                       (x + y) * z,             Reassociate),
        new("factor-right-sub",   x * z - y * z,                       (x - y) * z,             Reassociate),

        // powers, minima and maxima
        new("pow-zero",           Of(Pow, x, 0),                       1,                       None),
        new("pow-one",            Of(Pow, x, 1),                       x,                       None),
        new("pow-two",            Of(Pow, x, 2),                       x * x,                   None),
        new("max-self",           Of(Max, a, a),                       a,                       None),
        new("min-self",           Of(Min, a, a),                       a,                       None),

        // selections
        new("select-true",        Select(true, u, v),                  u,                       None),
        new("select-false",       Select(false, u, v),                 v,                       None),
        new("select-same",        Select(p, u, u),                     u,                       None),
        new("select-truth",       Select(p, true, false),              p,                       None),
        new("select-untruth",     Select(p, false, true),              !p,                      None),
        new("select-not",         Select(!p, u, v),                    Select(p, v, u),         None),
        new("select-then",        Select(p, Select(p, u, v), w),       Select(p, u, w),         None),
        new("select-else",        Select(p, u, Select(p, v, w)),       Select(p, u, w),         None),
        new("select-merge",       Select(p, y, 0) + Select(p, 0, z),   Select(p, y, z),         NoSignedZeros),
        new("select-add",         Select(p, y, 0) + Select(p, z, 0),   Select(p, y + z, 0),     None),

        // logic
        new("not-not",            !!p,                                 p,                       None),
        new("and-true",           p & true,                            p,                       None),
        new("and-false",          p & false,                           false,                   None),
        new("or-true",            p | true,                            true,                    None),
        new("or-false",           p | false,                           p,                       None),
        new("xor-true",           p ^ true,                            !p,                      None),
        new("xor-false",          p ^ false,                           p,                       None),
        new("and-self",           u & u,                               u,                       None),
        new("or-self",            u | u,                               u,                       None),
        new("equal-true",         Of(Eq, p, true),                     p,                       None),
        new("equal-false",        Of(Eq, p, false),                    !p,                      None),
        new("not-equal",          !Of(Eq, u, v),                       Of(Ne, u, v),            None),
        new("not-not-equal",      !Of(Ne, u, v),                       Of(Eq, u, v),            None),
        new("not-less",           !(i < j),                            i >= j,                  None),
        new("not-less-equal",     !(i <= j),                           i > j,                   None),
        new("not-greater",        !(i > j),                            i <= j,                  None),
        new("not-greater-equal",  !(i >= j),                           i < j,                   None),

        // integers (what needs no look at definitions is folded by Ir/Integers.cs)
        new("add-add-constant",   (i + m) + n,                         i + (m + n),             None),
        new("sub-add-constant",   (i - m) + n,                         i + (n - m),             None),
        new("add-sub-constant",   (i + m) - n,                         i + (m - n),             None),
        new("sub-sub-constant",   (i - m) - n,                         i - (m + n),             None),
        new("mul-mul-integers",   (i * m) * n,                         i * (m * n),             None),
        new("add-sub",            (i + j) - j,                         i,                       None),
        new("sub-add",            (i - j) + j,                         i,                       None),
        new("sub-sub",            i - (i - j),                         j,                       None),
        new("equal-self",         Of(Eq, i, i),                        true,                    None),
        new("not-equal-self",     Of(Ne, i, i),                        false,                   None),
        new("less-self",          Of(Lt, i, i),                        false,                   None),
        new("less-equal-self",    Of(Le, i, i),                        true,                    None),
        new("greater-self",       Of(Gt, i, i),                        false,                   None),
        new("greater-equal-self", Of(Ge, i, i),                        true,                    None),
    ];
    // @formatter:on

    /// <summary>The rows that start from each primitive and are allowed by the licence.</summary>
    public static ILookup<Primitive, Rule> Allowed(Licence licence) =>
        All.Where(rule => (rule.Licence & ~licence) == 0).ToLookup(rule => rule.Root.Primitive);

    private static Pattern Of(Primitive primitive, params Pattern[] operands) => Pattern.Of(primitive, operands);

    private static Pattern Select(Pattern condition, Pattern whenTrue, Pattern whenFalse) => Pattern.Of(Select_, condition, whenTrue, whenFalse);
}
