"""Minimax coefficients of the polynomials in this folder, by the Remez exchange in 60 digits: `python minimax.py [name ...]`.

A row: name, the function that the polynomial stands for, its interval, its degree, and the weight of its error (the
factor by which an error of the polynomial changes the final result, relatively). Prints the coefficients, constant
term first, and the weighted error in bits. Needs mpmath.
"""
import sys
from mpmath import mp, mpf, asin, atan, atanh, cbrt, cos, cosh, erf, erfc, exp, expm1, log, lu_solve, matrix, pi, sin, sinh, sqrt

mp.dps = 60
TINY = mpf(10) ** -14


def remez(f, a, b, degree, weight, iterations=8):
    """The polynomial of the degree that minimises max |weight·(polynomial − f)| on [a, b], and that maximum."""
    n = degree + 2
    x = [(a + b) / 2 - (b - a) / 2 * cos(pi * i / (n - 1)) for i in range(n)]
    for _ in range(iterations):
        rows, rhs = matrix(n, n), matrix(n, 1)
        for i, xi in enumerate(x):
            for k in range(degree + 1):
                rows[i, k] = weight(xi) * xi**k
            rows[i, n - 1] = (-1) ** i
            rhs[i] = weight(xi) * f(xi)
        solution = lu_solve(rows, rhs)
        c = [solution[k] for k in range(degree + 1)]
        error = lambda t: weight(t) * (mp.polyval(c[::-1], t) - f(t))
        grid = [(a + b) / 2 - (b - a) / 2 * cos(pi * i / (30 * n)) for i in range(30 * n + 1)]
        values = [error(t) for t in grid]
        peaks = []
        for t, e in zip(grid, values):
            if peaks and (e > 0) == (peaks[-1][1] > 0):
                if abs(e) > abs(peaks[-1][1]):
                    peaks[-1] = (t, e)
            else:
                peaks.append((t, e))
        while len(peaks) > n:
            peaks.pop(0 if abs(peaks[0][1]) < abs(peaks[-1][1]) else -1)
        if len(peaks) < n:
            break
        x = [t for t, _ in peaks]
        sizes = [abs(e) for _, e in peaks]
        if max(sizes) < min(sizes) * mpf("1.01"):
            break
    return c, max(abs(v) for v in values)


def of_square(g):
    """g(r) as a function of z = r²."""
    return lambda z: g(sqrt(z))


def tail(x):
    """e^(x²)·erfc(x)·(x + 4), which is between 0.5 and 3."""
    return exp(x * x) * erfc(x) * (x + 4)


HALF_LN2 = log(2) / 2 * mpf("1.0001")
ROWS = {
    "exp":      (lambda r: (exp(r) - 1 - r) / r**2, -HALF_LN2, HALF_LN2 * mpf("1.00001"), 9, lambda r: r**2 / exp(r)),
    "expm1":    (lambda r: (expm1(r) - r) / r**2, -HALF_LN2, HALF_LN2 * mpf("1.00001"), 10, lambda r: r**2 / expm1(r)),
    "log":      (of_square(lambda s: (2 * atanh(s) / s - 2) / s**2), TINY, mpf("0.0401"), 7, of_square(lambda s: s**2 / 2)),
    "sin":      (of_square(lambda r: (sin(r) / r - 1) / r**2), TINY, (pi / 2 * mpf("1.0001")) ** 2, 7, of_square(lambda r: r**3 / sin(r))),
    "sinq":     (of_square(lambda r: (sin(r) / r - 1) / r**2), TINY, (pi / 4 * mpf("1.0001")) ** 2, 5, of_square(lambda r: r**3 / sin(r))),
    "cosq":     (of_square(lambda r: (cos(r) - 1 + r**2 / 2) / r**4), TINY, (pi / 4 * mpf("1.0001")) ** 2, 5, of_square(lambda r: r**4 / cos(r))),
    "sinh":     (of_square(lambda r: (sinh(r) / r - 1) / r**2), TINY, HALF_LN2**2, 4, of_square(lambda r: r**2)),
    "cosh":     (of_square(lambda r: (cosh(r) - 1 - r**2 / 2) / r**4), TINY, HALF_LN2**2, 4, of_square(lambda r: r**4)),
    "atan":     (of_square(lambda t: (atan(t) / t - 1) / t**2), TINY, mpf("0.17158"), 10, of_square(lambda t: t**2)),
    "asin":     (of_square(lambda s: (asin(s) / s - 1) / s**2), TINY, mpf("0.25"), 12, of_square(lambda s: s**2)),
    "cbrt":     (lambda m: 1 / cbrt(m), mpf("0.75"), mpf("1.5"), 4, lambda m: cbrt(m)),
    "erf":      (of_square(lambda x: erf(x) / x - 1), TINY, mpf("0.25"), 8, lambda z: 1),
    "erfc":     (lambda q: tail(4 * (1 + q) / (1 - q)), mpf("-3.5") / mpf("4.5"), mpf(24) / 32, 20, lambda q: 1 / tail(4 * (1 + q) / (1 - q))),
    "pow":      (of_square(lambda s: (2 * atanh(s) / s - 2 - s**2 * 2 / 3) / s**4), TINY, mpf("0.0401"), 7, of_square(lambda s: s**4 / 2)),
    # for float, evaluated in double
    "exp.f":    (lambda r: (exp(r) - 1 - r) / r**2, -HALF_LN2, HALF_LN2 * mpf("1.00001"), 4, lambda r: r**2 / exp(r)),
    "expm1.f":  (lambda r: (expm1(r) - r) / r**2, -HALF_LN2, HALF_LN2 * mpf("1.00001"), 5, lambda r: r**2 / expm1(r)),
    "log.f":    (of_square(lambda s: (2 * atanh(s) / s - 2) / s**2), TINY, mpf("0.0401"), 3, of_square(lambda s: s**2 / 2)),
    "sin.f":    (of_square(lambda r: (sin(r) / r - 1) / r**2), TINY, (pi / 2 * mpf("1.0001")) ** 2, 4, of_square(lambda r: r**3 / sin(r))),
    "sinq.f":   (of_square(lambda r: (sin(r) / r - 1) / r**2), TINY, (pi / 4 * mpf("1.0001")) ** 2, 2, of_square(lambda r: r**3 / sin(r))),
    "cosq.f":   (of_square(lambda r: (cos(r) - 1 + r**2 / 2) / r**4), TINY, (pi / 4 * mpf("1.0001")) ** 2, 2, of_square(lambda r: r**4 / cos(r))),
    "sinh.f":   (of_square(lambda r: (sinh(r) / r - 1) / r**2), TINY, HALF_LN2**2, 2, of_square(lambda r: r**2)),
    "cosh.f":   (of_square(lambda r: (cosh(r) - 1 - r**2 / 2) / r**4), TINY, HALF_LN2**2, 1, of_square(lambda r: r**4)),
    "atan.f":   (of_square(lambda t: (atan(t) / t - 1) / t**2), TINY, mpf("0.17158"), 4, of_square(lambda t: t**2)),
    "erf.f":    (of_square(lambda x: erf(x) / x - 1), TINY, mpf("0.25"), 4, lambda z: 1),
    "erfc.f":   (lambda q: tail(4 * (1 + q) / (1 - q)), mpf("-3.5") / mpf("4.5"), mpf("7") / 15, 9, lambda q: 1 / tail(4 * (1 + q) / (1 - q))),
    "asin.f":   (of_square(lambda s: (asin(s) / s - 1) / s**2), TINY, mpf("0.25"), 5, of_square(lambda s: s**2)),
}

if __name__ == "__main__":
    for name in sys.argv[1:] or ROWS:
        f, a, b, degree, weight = ROWS[name]
        c, e = remez(f, mpf(a), mpf(b), degree, weight)
        print(f"{name}: degree {degree}, error 2^{float(log(e, 2)):.1f}")
        print("    " + ", ".join(repr(float(v)) for v in c))
