#pragma once

#include "workloads.hpp"

// W2 at many points: values, gradients and Hessians in rows, element p of a row for point p. The formulas are those of one point,
// for numbers or for vectors of numbers.
namespace many_points
{
// Whole cache lines, and an odd number of them.
inline std::int64_t stride(std::int64_t count) { return ((count + 7) / 8 | 1) * 8; }

// Inputs and outputs of N variables from one point on; the result is values, gradients, Hessians.
template <typename Number, int N>
struct Point
{
    const double* __restrict x;
    double* __restrict result;
    std::int64_t rows, p;

    Number operator[](int k) const { return *reinterpret_cast<const Number*>(x + k * rows + p); }
    void put(int row, Number entry) const { *reinterpret_cast<Number*>(result + row * rows + p) = entry; }
    void value(Number entry) const { put(0, entry); }
    void gradient(int k, Number entry) const { put(1 + k, entry); }
    void hessian(int i, int j, Number entry) const
    {
        put(1 + N + i * N + j, entry);
        if (i != j) put(1 + N + j * N + i, entry);
    }
};

struct Wood
{
    static constexpr int Variables = 4;

    template <typename Number>
    static void at(Point<Number, 4> point)
    {
        Number w = point[0], zero = w - w, x = point[1], y = point[2], z = point[3];
        Number a = x - w * w, b = 1 - w, c = z - y * y, d = 1 - y, e = x - 1, f = z - 1;
        point.value(100 * a * a + b * b + 90 * c * c + d * d + 10.1 * (e * e + f * f) + 19.8 * e * f);
        point.gradient(0, -400 * w * a - 2 * b);
        point.gradient(1, 200 * a + 20.2 * e + 19.8 * f);
        point.gradient(2, -360 * y * c - 2 * d);
        point.gradient(3, 180 * c + 20.2 * f + 19.8 * e);
        point.hessian(0, 0, 1200 * w * w - 400 * x + 2);
        point.hessian(0, 1, -400 * w);
        point.hessian(0, 2, zero);
        point.hessian(0, 3, zero);
        point.hessian(1, 1, zero + 220.2);
        point.hessian(1, 2, zero);
        point.hessian(1, 3, zero + 19.8);
        point.hessian(2, 2, 1080 * y * y - 360 * z + 2);
        point.hessian(2, 3, -360 * y);
        point.hessian(3, 3, zero + 200.2);
    }
};

struct Beale
{
    static constexpr int Variables = 2;

    template <typename Number>
    static void at(Point<Number, 2> point)
    {
        Number x = point[0], y = point[1], y2 = y * y, u = 1 - y, v = 1 - y2, w = 1 - y2 * y;
        Number a = 1.5 - x * u, b = 2.25 - x * v, c = 2.625 - x * w, by = 2 * x * y, cy = 3 * x * y2;
        point.value(a * a + b * b + c * c);
        point.gradient(0, -2 * (a * u + b * v + c * w));
        point.gradient(1, 2 * (a * x + b * by + c * cy));
        point.hessian(0, 0, 2 * (u * u + v * v + w * w));
        point.hessian(0, 1, 2 * (a - u * x + 2 * b * y - v * by + 3 * c * y2 - w * cy));
        point.hessian(1, 1, 2 * (x * x + by * by + 2 * b * x + cy * cy + 6 * c * x * y));
    }
};

struct Helical
{
    static constexpr int Variables = 3;

    template <typename Number>
    static void at(Point<Number, 3> point)
    {
        constexpr double C = 5 / M_PI;
        Number x = point[0], y = point[1], z = point[2], square = x * x + y * y, radius = sqrt(square), over = 1 / radius, over_square = over * over;
        Number a = z - C * atan(y / x), b = radius - 1;
        Number ax = C * y * over_square, ay = -C * x * over_square;
        Number axx = -2 * C * x * y * over_square * over_square, axy = C * (over_square - 2 * y * y * over_square * over_square);
        Number bx = x * over, by = y * over, bxx = y * y * over * over_square, byy = x * x * over * over_square, bxy = -x * y * over * over_square;
        point.value(100 * (a * a + b * b) + z * z);
        point.gradient(0, 200 * (a * ax + b * bx));
        point.gradient(1, 200 * (a * ay + b * by));
        point.gradient(2, 200 * a + 2 * z);
        point.hessian(0, 0, 200 * (ax * ax + a * axx + bx * bx + b * bxx));
        point.hessian(0, 1, 200 * (ax * ay + a * axy + bx * by + b * bxy));
        point.hessian(0, 2, 200 * ax);
        point.hessian(1, 1, 200 * (ay * ay - a * axx + by * by + b * byy));
        point.hessian(1, 2, 200 * ay);
        point.hessian(2, 2, z - z + 202);
    }
};

struct Waves
{
    static constexpr int Variables = 6;

    template <typename Number>
    static void at(Point<Number, 6> point)
    {
        Number x[6], slope[6], diagonal[6], beside[5];
        for (int i = 0; i < 6; i++) x[i] = point[i];
        Number zero = x[0] - x[0], product = x[0] * x[5], sine = sin(product), cosine = cos(product), power = exp(sine);
        Number first = power * cosine, second = power * (cosine * cosine - sine), value = power;
        for (int i = 0; i < 6; i++) slope[i] = diagonal[i] = zero;
        slope[0] = first * x[5];
        slope[5] = first * x[0];
        diagonal[0] = second * x[5] * x[5];
        diagonal[5] = second * x[0] * x[0];
#pragma GCC unroll 5
        for (int i = 0; i < 5; i++)
        {
            Number a = x[i], b = x[i + 1], q = a * b, s = sin(q), c = cos(q), bell = exp(-0.1 * a * a), angle = a + 2 * b;
            Number wave = cos(angle), shift = sin(angle), falling = -0.2 * a * bell, curvature = bell * (0.04 * a * a - 0.2);
            value += s * bell + wave;
            slope[i] += c * b * bell + s * falling - shift;
            slope[i + 1] += c * a * bell - 2 * shift;
            diagonal[i] += -s * b * b * bell + 2 * falling * c * b + curvature * s - wave;
            diagonal[i + 1] += -s * a * a * bell - 4 * wave;
            beside[i] = bell * (c - s * q) + falling * c * a - 2 * wave;
        }

        point.value(value);
#pragma GCC unroll 6
        for (int i = 0; i < 6; i++)
        {
            point.gradient(i, slope[i]);
            point.hessian(i, i, diagonal[i]);
            if (i < 5) point.hessian(i, i + 1, beside[i]);
            for (int j = i + 2; j < 6; j++) point.hessian(i, j, i == 0 && j == 5 ? second * product + first : zero);
        }
    }
};
}
