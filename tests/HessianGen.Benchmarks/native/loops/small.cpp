#include "../workloads.hpp"
#include <cmath>

// W2: small test functions, their gradients and Hessians entry by entry.
namespace
{
constexpr double Turn = 2 * M_PI;

// Stores an entry and its mirror image.
template <int N>
inline void put(double* hessian, int row, int column, double entry)
{
    hessian[row * N + column] = hessian[column * N + row] = entry;
}
}

void* wood_prepare(const Data* data) { return new Data(*data); }
void* beale_prepare(const Data* data) { return new Data(*data); }
void* helical_prepare(const Data* data) { return new Data(*data); }
void* waves_prepare(const Data* data) { return new Data(*data); }

double wood_value(const void*, const double* x, const double*, double*)
{
    double a = x[1] - x[0] * x[0], b = 1 - x[0], c = x[3] - x[2] * x[2], d = 1 - x[2], e = x[1] - 1, f = x[3] - 1;
    return 100 * a * a + b * b + 90 * c * c + d * d + 10.1 * (e * e + f * f) + 19.8 * e * f;
}

double wood_hessian(const void*, const double* x, const double*, double* gradient)
{
    double a = x[1] - x[0] * x[0], b = 1 - x[0], c = x[3] - x[2] * x[2], d = 1 - x[2], e = x[1] - 1, f = x[3] - 1, *hessian = gradient + 4;
    gradient[0] = -400 * x[0] * a - 2 * b;
    gradient[1] = 200 * a + 20.2 * e + 19.8 * f;
    gradient[2] = -360 * x[2] * c - 2 * d;
    gradient[3] = 180 * c + 20.2 * f + 19.8 * e;
    for (int i = 0; i < 16; i++) hessian[i] = 0;
    hessian[0] = 1200 * x[0] * x[0] - 400 * x[1] + 2;
    put<4>(hessian, 0, 1, -400 * x[0]);
    hessian[5] = 220.2;
    put<4>(hessian, 1, 3, 19.8);
    hessian[10] = 1080 * x[2] * x[2] - 360 * x[3] + 2;
    put<4>(hessian, 2, 3, -360 * x[2]);
    hessian[15] = 200.2;
    return 100 * a * a + b * b + 90 * c * c + d * d + 10.1 * (e * e + f * f) + 19.8 * e * f;
}

double beale_value(const void*, const double* x, const double*, double*)
{
    double y = x[1], a = 1.5 - x[0] * (1 - y), b = 2.25 - x[0] * (1 - y * y), c = 2.625 - x[0] * (1 - y * y * y);
    return a * a + b * b + c * c;
}

double beale_hessian(const void*, const double* x, const double*, double* gradient)
{
    double y = x[1], y2 = y * y, u = 1 - y, v = 1 - y2, w = 1 - y2 * y;
    double a = 1.5 - x[0] * u, b = 2.25 - x[0] * v, c = 2.625 - x[0] * w;
    double ay = x[0], by = 2 * x[0] * y, cy = 3 * x[0] * y2, *hessian = gradient + 2;
    gradient[0] = -2 * (a * u + b * v + c * w);
    gradient[1] = 2 * (a * ay + b * by + c * cy);
    hessian[0] = 2 * (u * u + v * v + w * w);
    put<2>(hessian, 0, 1, 2 * (a - u * ay + 2 * b * y - v * by + 3 * c * y2 - w * cy));
    hessian[3] = 2 * (ay * ay + by * by + 2 * b * x[0] + cy * cy + 6 * c * x[0] * y);
    return a * a + b * b + c * c;
}

double helical_value(const void*, const double* x, const double*, double*)
{
    double angle = std::atan(x[1] / x[0]) * (1 / Turn), radius = std::sqrt(x[0] * x[0] + x[1] * x[1]);
    double a = x[2] - 10 * angle, b = radius - 1;
    return 100 * (a * a + b * b) + x[2] * x[2];
}

double helical_hessian(const void*, const double* point, const double*, double* gradient)
{
    double x = point[0], y = point[1], square = x * x + y * y, over_square = 1 / square, radius = std::sqrt(square), over = 1 / radius;
    double a = point[2] - 10 * (std::atan(y / x) * (1 / Turn)), b = radius - 1, c = 10 / Turn;
    double ax = c * y * over_square, ay = -c * x * over_square;
    double axx = -2 * c * x * y * over_square * over_square, axy = c * (over_square - 2 * y * y * over_square * over_square);
    double bx = x * over, by = y * over, bxx = y * y * over * over_square, byy = x * x * over * over_square, bxy = -x * y * over * over_square, *hessian = gradient + 3;
    gradient[0] = 200 * (a * ax + b * bx);
    gradient[1] = 200 * (a * ay + b * by);
    gradient[2] = 200 * a + 2 * point[2];
    hessian[0] = 200 * (ax * ax + a * axx + bx * bx + b * bxx);
    put<3>(hessian, 0, 1, 200 * (ax * ay + a * axy + bx * by + b * bxy));
    hessian[4] = 200 * (ay * ay - a * axx + by * by + b * byy);
    put<3>(hessian, 0, 2, 200 * ax);
    put<3>(hessian, 1, 2, 200 * ay);
    hessian[8] = 202;
    return 100 * (a * a + b * b) + point[2] * point[2];
}

double waves_value(const void*, const double* x, const double*, double*)
{
    double sum = std::exp(std::sin(x[0] * x[5]));
    for (int i = 0; i < 5; i++) sum += std::sin(x[i] * x[i + 1]) * std::exp(-0.1 * x[i] * x[i]) + std::cos(x[i] + 2 * x[i + 1]);
    return sum;
}

double waves_hessian(const void*, const double* x, const double*, double* gradient)
{
    for (int i = 0; i < 42; i++) gradient[i] = 0;
    double product = x[0] * x[5], sine = std::sin(product), cosine = std::cos(product), power = std::exp(sine);
    double first = power * cosine, second = power * (cosine * cosine - sine), value = power, *hessian = gradient + 6;
    gradient[0] = first * x[5];
    gradient[5] = first * x[0];
    hessian[0] = second * x[5] * x[5];
    hessian[35] = second * x[0] * x[0];
    put<6>(hessian, 0, 5, second * product + first);
    for (int i = 0; i < 5; i++)
    {
        double a = x[i], b = x[i + 1], p = a * b, s = std::sin(p), c = std::cos(p), bell = std::exp(-0.1 * a * a), angle = a + 2 * b, wave = std::cos(angle), shift = std::sin(angle);
        double slope = -0.2 * a * bell, curvature = bell * (0.04 * a * a - 0.2);
        double beside = bell * (c - s * p) + slope * c * a - 2 * wave;
        value += s * bell + wave;
        gradient[i] += c * b * bell + s * slope - shift;
        gradient[i + 1] += c * a * bell - 2 * shift;
        hessian[i * 7] += -s * b * b * bell + 2 * slope * c * b + curvature * s - wave;
        hessian[(i + 1) * 7] += -s * a * a * bell - 4 * wave;
        hessian[i * 6 + i + 1] += beside;
        hessian[(i + 1) * 6 + i] += beside;
    }
    return value;
}
