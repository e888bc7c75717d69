"""Writes special_functions.csv: function, operands, value, first, second and third derivative, from mpmath at 120 digits.

Each derivative is a closed formula over the textbook definition; at this precision its cancellation does not matter. The operands
are the doubles that their decimals read as. Run it in its own folder: python3 special_functions.py
"""
from mpmath import mp, mpf, exp, log, log1p, expm1, erf, erfc, sqrt, pi, gamma, loggamma, psi, re, fabs, nstr, sign, binomial

mp.dps = 120

SMALL = [1e-300, 1e-20, 1e-8, 1e-4, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9]
MEDIUM = [1.1, 1.3, 1.7, 1.9, 2.1, 2.6, 3.3, 4.2, 5.1, 6.3, 7.7, 9.4]
LARGE = [12.3, 15.7, 19.1, 24.3, 29.9, 35.2, 37.1]
HUGE = [60.5, 130.7, 411.3, 700.1, 1234.5, 1e6 / 3, 1e10 / 3, 1e100 / 3]
GAMMA = SMALL + [0.99, 0.9999, 1 - 1e-10, 1, 1 + 1e-9, 1.01, 1.2, 1.4, 1.46, 1.4616321449683622, 1.4617, 1.49, 1.51, 1.7, 1.99, 2, 2.0001, 2.3, 2.49, 2.51, 3, 3.7,
                 4.9, 6.6, 8.2, 9.99, 10, 10.01, 11.9, 12.1, 15.5, 20, 23, 27.3, 50.9, 99.1, 140.2, 171.1]


def both(points):
    return [-x for x in reversed(points)] + list(points)


def phi(x):
    return exp(-x * x / 2) / sqrt(2 * pi)


def cdf(x):
    return erfc(-x / sqrt(mpf(2))) / 2


def gaussian(x, scale):
    e = scale * exp(-x * x)
    return e, -2 * x * e, (4 * x * x - 2) * e, (12 * x - 8 * x ** 3) * e


def sigmoid(x):
    s = 1 / (1 + exp(-x))
    c = 1 / (1 + exp(x))
    return s, s * c, s * c * (c - s), s * c * (1 - 6 * s * c), s * c * (c - s) * (1 - 12 * s * c)


def log_mills(n, t):
    """(log R)⁽ⁿ⁾ and three more: with m = φ/Φ at x = −t, log R = t²/2 + log √(2π) + log Φ(x), and m′ = −m·(x + m)."""
    with mp.workdps(900 if fabs(t) > 15 else 250):
        x, m = -t, [phi(t) / cdf(-t)]
        for k in range(n + 3):
            m.append(-(x * m[k] + k * (m[k - 1] if k else 0) + sum(binomial(k, j) * m[j] * m[k - j] for j in range(k + 1))))
        return [(t if k == 1 else 1 if k == 2 else 0) + (-1) ** k * m[k - 1] for k in range(n, n + 4)]


def inverse_mills(x):
    with mp.workdps(700 if fabs(x) > 15 else 250):
        m = phi(x) / cdf(x)
        w = x + m
        m1 = -m * w
        m2 = -m1 * w - m * (1 + m1)
        m3 = -m2 * w - 2 * m1 * (1 + m1) - m * m2
        return m, m1, m2, m3


def gamma_rows(x):
    g, p = gamma(x), [psi(k, x) for k in range(3)]
    return g, g * p[0], g * (p[0] ** 2 + p[1]), g * (p[0] ** 3 + 3 * p[0] * p[1] + p[2])


def polygamma(n, x):
    return [psi(n + k, x) for k in range(4)]


def huber(x, d):
    return (x * x / 2, x, 1, 0) if fabs(x) <= d else (d * (fabs(x) - d / 2), d * sign(x), 0, 0)


def silu(x):
    s = sigmoid(x)
    return x * s[0], s[0] + x * s[1], 2 * s[1] + x * s[2], 3 * s[2] + x * s[3]


FUNCTIONS = [
    ("sigmoid", lambda x: sigmoid(x)[:4], both(SMALL + MEDIUM + LARGE + HUGE[:4])),
    ("softplus", lambda x: (log1p(exp(x)),) + sigmoid(x)[:3], both(SMALL + MEDIUM + LARGE + HUGE[:4])),
    ("logsigmoid", lambda x: (-log1p(exp(-x)), sigmoid(-x)[0], -sigmoid(-x)[1], sigmoid(-x)[2]), both(SMALL + MEDIUM + LARGE + HUGE[:4])),
    ("erf", lambda x: (erf(x),) + gaussian(x, 2 / sqrt(pi))[:3], both(SMALL + MEDIUM + LARGE[:4])),
    ("erfc", lambda x: (erfc(x),) + gaussian(x, -2 / sqrt(pi))[:3], both(SMALL + MEDIUM + LARGE[:4])),
    ("gaussian", lambda x: gaussian(x, 1), both(SMALL + MEDIUM + LARGE[:4])),
    ("normalpdf", lambda x: (phi(x), -x * phi(x), (x * x - 1) * phi(x), (3 * x - x ** 3) * phi(x)), both(SMALL + MEDIUM + LARGE)),
    ("normalcdf", lambda x: (cdf(x), phi(x), -x * phi(x), (x * x - 1) * phi(x)), both(SMALL + MEDIUM + LARGE)),
    ("lognormalcdf", lambda x: (log1p(-cdf(-x)) if x > 0 else log(cdf(x)),) + inverse_mills(x)[:3], [-x for x in reversed(HUGE[:7])] + both(SMALL + MEDIUM + LARGE)),
    ("inversemills", inverse_mills, [-x for x in reversed(HUGE[:7])] + both(SMALL + MEDIUM + LARGE)),
    ("logmills 1", lambda t: log_mills(1, t), both(SMALL + MEDIUM + LARGE) + HUGE[:7]),
    ("logmills 2", lambda t: log_mills(2, t), both(SMALL + MEDIUM + LARGE) + HUGE[:7]),
    ("gamma", gamma_rows, [-168.3, -150.7, -99.6, -20.3, -5.2, -3.9, -2.1, -1.5, -0.7, -0.4, -0.1, -1e-8] + GAMMA),
    ("lgamma", lambda x: (re(loggamma(x)),) + tuple(psi(k, x) for k in range(3)),
     [-1000.3, -150.7, -20.3, -5.2, -3.9, -2.1, -1.5, -0.7, -0.4, -0.1, -1e-8] + GAMMA + [411.3, 1234.5, 1e6 / 3, 1e100 / 3]),
    ("digamma", lambda x: polygamma(0, x), [-150.7, -20.3, -5.2, -3.9, -2.1, -1.2, -0.7, -0.4, -0.1, -1e-8] + GAMMA[3:] + [411.3, 1234.5, 1e6 / 3, 1e50 / 3]),
    ("trigamma", lambda x: polygamma(1, x), [-150.7, -20.3, -5.2, -3.9, -2.1, -1.2, -0.7, -0.4, -0.1, -1e-8] + GAMMA[3:] + [411.3, 1234.5, 1e6 / 3, 1e50 / 3]),
    ("polygamma 2", lambda x: polygamma(2, x), [-20.3, -5.2, -3.9, -2.1, -1.2, -0.7, -0.4, -0.1, -1e-8] + GAMMA[3:] + [411.3, 1234.5, 1e6 / 3, 1e50 / 3]),
    ("polygamma 5", lambda x: polygamma(5, x), [-20.3, -5.2, -3.9, -2.1, -1.2, -0.7, -0.4, -0.1, -1e-8] + GAMMA[3:] + [411.3, 1234.5, 1e6 / 3]),
    ("logp1", lambda x: (log1p(x), 1 / (1 + x), -1 / (1 + x) ** 2, 2 / (1 + x) ** 3), [-1 + 2.0 ** -50, -0.999] + both(SMALL) + MEDIUM + LARGE + HUGE),
    ("expm1", lambda x: (expm1(x), exp(x), exp(x), exp(x)), both(SMALL + MEDIUM + LARGE + HUGE[:4])),
    ("gelu", lambda x: (x * cdf(x), cdf(x) + x * phi(x), (2 - x * x) * phi(x), (x ** 3 - 4 * x) * phi(x)), both(SMALL + MEDIUM + LARGE)),
    ("silu", silu, both(SMALL + MEDIUM + LARGE + HUGE[:4])),
    ("huber 1.25", lambda x: huber(x, mpf(1.25)), both(SMALL + MEDIUM + LARGE + HUGE)),
]

with open("special_functions.csv", "w", newline="\n") as file:
    for name, f, points in FUNCTIONS:
        for x in points:
            file.write(",".join([name, repr(float(x))] + [nstr(mpf(v), 20) for v in f(mpf(float(x)))]) + "\n")
