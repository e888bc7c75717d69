namespace HessianGen.Compiler.Tests.SpecialFunctions;

/// <summary>What docs/numerics.md promises of <see cref="SpecialFunctions"/>, row by row.</summary>
internal static class SpecialFunctionTable
{
    // @formatter:off
    public static readonly IReadOnlyList<SpecialFunction> Rows =
    [
        //  function               in the reference    value  first second  third   absolute where a derivative is zero
        new("Sigmoid(x)",          "sigmoid",          [   3,     5,     6,    10]) { Zeros = [(2, 0, 1), (3, 1.1, 1.6)] },
        new("Softplus(x)",         "softplus",         [   3,     3,     5,     8]) { Zeros = [(3, 0, 1)] },
        new("LogSigmoid(x)",       "logsigmoid",       [   3,     3,     5,     8]) { Zeros = [(3, 0, 1)] },
        new("Silu(x)",             "silu",             [   4,     6,     9,    12]) { Zeros = [(1, 1, 1.8), (2, 2, 2.7), (3, 0, 1), (3, 3, 4.5)] },
        new("Gaussian(x)",         "gaussian",         [   2,     3,     5,     8]) { Zeros = [(2, 0.6, 0.8), (3, 1.1, 1.4)] },
        new("Erf(x)",              "erf",              [   3,     3,     4,     5]) { Zeros = [(3, 0.6, 0.8)] },
        new("Erfc(x)",             "erfc",             [   3,     3,     4,     5]) { Zeros = [(3, 0.6, 0.8)] },
        new("NormalPdf(x)",        "normalpdf",        [   2,     3,     6,     7]) { Zeros = [(2, 0.9, 1.2), (3, 1.6, 2)] },
        new("NormalCdf(x)",        "normalcdf",        [   3,     2,     3,     6]) { Zeros = [(3, 0.9, 1.2)] },
        new("LogNormalCdf(x)",     "lognormalcdf",     [   6,     6,    10,    50]),
        new("InverseMillsRatio(x)", "inversemills",    [   6,    10,    50,  4000]),
        new("LogMillsRatio(1, x)", "logmills 1",       [   4,    12,    35,  4000]),
        new("LogMillsRatio(2, x)", "logmills 2",       [  12,    35,  4000, 20000]) { Zeros = [(3, 0, 0.3)] },
        new("Gelu(x)",             "gelu",             [   6,     8,     7,     8]) { Zeros = [(1, 0.6, 1), (2, 1.2, 1.8), (3, 1.8, 2.2)] },
        new("Gamma(x)",            "gamma",            [   8,     9,     9,    20]),
        new("LogGamma(x)",         "lgamma",           [   4,     5,     7,     9]),
        new("Digamma(x)",          "digamma",          [   5,     7,     9,    11]),
        new("Trigamma(x)",         "trigamma",         [   7,     9,    11,    14]),
        new("Polygamma(2, x)",     "polygamma 2",      [   9,    11,    13,    16]),
        new("Polygamma(5, x)",     "polygamma 5",      [  15,    15,    17,    22]),
        new("Log1P(x)",            "logp1",            [   3,     3,     5,     7]),
        new("ExpM1(x)",            "expm1",            [   3,     3,     3,     3]),
        new("Huber(x, 1.25)",      "huber 1.25",       [   3,     1,     1,     1]),
    ];
    // @formatter:on
}
