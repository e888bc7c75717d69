#pragma once

#ifndef __AVX512DQ__
#error the blocked kernels need AVX-512
#endif

#include <immintrin.h>

// Eight doubles at once. The operators + - * / come with the type.
using Vector = __m512d;
constexpr int Lanes = 8;

static inline Vector broadcast(double x) { return _mm512_set1_pd(x); }
static inline Vector zero() { return _mm512_setzero_pd(); }
static inline Vector load(const double* p) { return _mm512_loadu_pd(p); }
static inline void store(double* p, Vector x) { _mm512_storeu_pd(p, x); }
static inline double sum(Vector x) { return _mm512_reduce_add_pd(x); }

// a * b + c
static inline Vector multiply_add(Vector a, Vector b, Vector c) { return _mm512_fmadd_pd(a, b, c); }

// c - a * b
static inline Vector multiply_subtract(Vector a, Vector b, Vector c) { return _mm512_fnmadd_pd(a, b, c); }

// The logarithm of the C library.
extern "C" Vector _ZGVeN8v_log(Vector x);
// One lane further, the first one from the last of before: cheaper than to load across a cache line.
static inline Vector shifted(Vector before, Vector x)
{
    return _mm512_castsi512_pd(_mm512_alignr_epi64(_mm512_castpd_si512(x), _mm512_castpd_si512(before), Lanes - 1));
}

static inline Vector logarithm(Vector x) { return _ZGVeN8v_log(x); }

// Lane i is the sum of the lanes of x[i].
static inline Vector sums(const Vector* x)
{
    Vector pairs[4];
    for (int i = 0; i < 4; i++) pairs[i] = _mm512_unpacklo_pd(x[2 * i], x[2 * i + 1]) + _mm512_unpackhi_pd(x[2 * i], x[2 * i + 1]);
    auto halve = [](Vector a, Vector b) { return _mm512_shuffle_f64x2(a, b, 0x88) + _mm512_shuffle_f64x2(a, b, 0xdd); };
    return halve(halve(pairs[0], pairs[1]), halve(pairs[2], pairs[3]));
}

// 2^n * e^r with |r| <= ln(2)/2; e^r by its Taylor series to r^13, in pairs.
static inline Vector exponential(Vector x)
{
    x = _mm512_max_pd(x, broadcast(-708));
    Vector n = _mm512_roundscale_pd(x * broadcast(1.4426950408889634), _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
    Vector r = multiply_subtract(n, broadcast(0.693147180369123816490), x);
    r = multiply_subtract(n, broadcast(1.90821492927058770002e-10), r);

    auto pair = [r](double odd, double even) { return multiply_add(r, broadcast(odd), broadcast(even)); };
    Vector r2 = r * r, r4 = r2 * r2, r8 = r4 * r4;
    Vector p0 = multiply_add(pair(1 / 6.0, 1 / 2.0), r2, pair(1, 1));
    Vector p4 = multiply_add(pair(1 / 5040.0, 1 / 720.0), r2, pair(1 / 120.0, 1 / 24.0));
    Vector p8 = multiply_add(pair(1 / 39916800.0, 1 / 3628800.0), r2, pair(1 / 362880.0, 1 / 40320.0));
    p8 = multiply_add(pair(1 / 6227020800.0, 1 / 479001600.0), r4, p8);
    return _mm512_scalef_pd(multiply_add(p8, r8, multiply_add(p4, r4, p0)), n);
}

// 1 - 2 / (e^2|x| + 1) with the sign of x: as exact beside 1, not beside itself, which a sum over samples does not notice.
static inline Vector hyperbolic_tangent(Vector x)
{
    Vector e = exponential(_mm512_min_pd(_mm512_abs_pd(x), broadcast(22)) * broadcast(2));
    Vector t = broadcast(1) - broadcast(2) / (e + broadcast(1));
    return _mm512_or_pd(t, _mm512_and_pd(x, broadcast(-0.0)));
}
