"""Prints the coefficients of the polynomials here, highest power first: a row a polynomial, with the error of its Chebyshev series.

python3 chebyshev.py
"""
from mpmath import mp, mpf, chebyfit, erfc, exp, factorial, findroot, loggamma, nstr, pi, psi, rgamma, sqrt

mp.dps = 60
ROOT = findroot(lambda x: psi(0, x), 1.46)


def beyond(k, q):
    """x from 0 to infinity as q = (x − k) / (x + k) from −1 to 1."""
    return k * (1 + q) / (1 - q)


def scaled_erfc(q):
    if q == 1:
        return 1 / sqrt(pi)
    x = beyond(4, q)
    with mp.workdps(60 if x < 1e3 else 200):
        if x < 60:
            return (x + 4) * exp(x * x) * erfc(x)
        term = total = mpf(1)
        for k in range(40):
            term *= -(2 * k + 1) / (2 * x * x)
            total += term
        return (x + 4) * total / (x * sqrt(pi))


def log_mills(n, q):
    """(−1)ⁿ·(t + 3)ⁿ·(log R)⁽ⁿ⁾(t) / (n − 1)! from the Taylor coefficients of R."""
    if q == 1:
        return mpf(1)
    t = beyond(3, q)
    if t >= 3:
        ratios, ratio = {}, mpf(0)
        for k in range(n + int(60 + 3000 / (t * t)), 0, -1):
            ratio = ratios[k] = 1 / (t + (k + 1) * ratio)
    else:
        ratios = {1: exp(-t * t / 2) / sqrt(2 * pi) / (erfc(t / sqrt(mpf(2))) / 2) - t}
        for k in range(2, n + 1):
            ratios[k] = (1 / ratios[k - 1] - t) / k
    a, scaled = [mpf(1)], [mpf(0)]
    for k in range(1, n + 1):
        a.append(-a[-1] * ratios[k])
        scaled.append(k * a[k] - sum(scaled[j] * a[k - j] for j in range(1, k)))
    return (-1) ** n * (t + 3) ** n * scaled[n]


ROWS = [
    # name              function of q or z                                                          interval      terms
    ("ScaledErfc",      scaled_erfc,                                                                (-1, 1),      28),
    ("ReciprocalGamma", lambda z: rgamma(2 + z),                                                    (-0.5, 0.5),  17),
    ("LogGammaNearTwo", lambda z: loggamma(2 + z) / z if z else psi(0, 2),                          (-0.5, 0.5),  19),
    ("DigammaNearZero", lambda z: psi(0, z + 1.5) / (z + 1.5 - ROOT),                               (-0.5, 0.5),  22),
    ("LogMillsFirst",   lambda q: log_mills(1, q),                                                  (-1, 1),      31),
    ("LogMillsSecond",  lambda q: log_mills(2, q),                                                  (-1, 1),      33),
    ("LogMillsThird",   lambda q: log_mills(3, q),                                                  (-1, 1),      37),
]

print(f"DigammaZero = {float(ROOT)!r}, low word {float(ROOT - float(ROOT))!r}")
for name, function, interval, terms in ROWS:
    coefficients, error = chebyfit(function, interval, terms, error=True)
    print(f"{name}, error {nstr(error, 2)}:\n" + ", ".join(repr(float(c)) for c in coefficients))
