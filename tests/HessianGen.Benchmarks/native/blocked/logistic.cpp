#include "../workloads.hpp"
#include "matrix.hpp"
#include <cstdlib>
#include <cstring>

// Eight samples at a time: their dot products are reduced together, so that exp and log have full lanes; the rows, still in the
// first-level cache, are then added up.
namespace
{
constexpr int Features = 50, Width = 7, Stride = Width * Lanes, HessianBlock = 40, TriangleStride = 64;

struct Problem
{
    double* rows;  // padded to Stride with zeros
    const double* targets;
    long samples;
    double lambda;
};

enum class Wanted { Value, Gradient, Product };

// result = total / samples + lambda * ridge
void finish(const Problem& problem, const Vector* total, const double* ridge, double* result)
{
    alignas(64) double sums[Stride];
    for (int c = 0; c < Width; c++) store(sums + c * Lanes, total[c]);
    for (int j = 0; j < Features; j++) result[j] = sums[j] * (1.0 / problem.samples) + problem.lambda * ridge[j];
}

double value(const Problem& problem, Vector loss, const double* weights)
{
    double norm = 0;
    for (int j = 0; j < Features; j++) norm += weights[j] * weights[j];
    return sum(loss) / problem.samples + 0.5 * problem.lambda * norm;
}

template <Wanted What>
double evaluate(const Problem& problem, const double* weights, const double* direction, double* result)
{
    alignas(64) double padded[Stride] = {}, padded_direction[Stride] = {};
    memcpy(padded, weights, Features * sizeof(double));
    if (What == Wanted::Product) memcpy(padded_direction, direction, Features * sizeof(double));
    Vector w[Width], v[Width], total[Width];
    for (int c = 0; c < Width; c++)
    {
        w[c] = load(padded + c * Lanes);
        v[c] = load(padded_direction + c * Lanes);
        total[c] = zero();
    }

    Vector loss = zero();
    for (long n = 0; n < problem.samples; n += Lanes)
    {
        const double* rows = problem.rows + n * Stride;
        Vector products[Lanes], tangents[Lanes];
        for (int r = 0; r < Lanes; r++)
        {
            Vector x = load(rows + r * Stride);
            products[r] = x * w[0];
            if (What == Wanted::Product) tangents[r] = x * v[0];
            for (int c = 1; c < Width; c++)
            {
                x = load(rows + r * Stride + c * Lanes);
                products[r] = multiply_add(x, w[c], products[r]);
                if (What == Wanted::Product) tangents[r] = multiply_add(x, v[c], tangents[r]);
            }
        }

        Vector z = sums(products), e = exponential(z), e1 = e + broadcast(1), target = load(problem.targets + n);
        if (What != Wanted::Product) loss += logarithm(e1) - target * z;
        if (What == Wanted::Value) continue;
        alignas(64) double slope[Lanes];
        store(slope, What == Wanted::Gradient ? e / e1 - target : sums(tangents) * (e / (e1 * e1)));
        for (int r = 0; r < Lanes; r++)
        {
            Vector s = broadcast(slope[r]);
            for (int c = 0; c < Width; c++) total[c] = multiply_add(s, load(rows + r * Stride + c * Lanes), total[c]);
        }
    }

    if (What != Wanted::Value) finish(problem, total, What == Wanted::Gradient ? weights : direction, result);
    return What == Wanted::Product ? 0 : value(problem, loss, weights);
}

// The panel of the lower triangle that begins at a column: the rows from there, two vectors wide.
template <int First>
inline void add_panel(int depth, const double* scaled, const double* rows, double* triangle)
{
    multiply<12, 2, Into::Sum>(Features - First, depth, {scaled + First, 1, Stride}, {rows + First, Stride}, {triangle + First * TriangleStride + First, TriangleStride});
}

double hessian(const Problem& problem, const double* weights, double* gradient, double* result)
{
    alignas(64) static double triangle[TriangleStride * TriangleStride], scaled[HessianBlock * Stride];
    alignas(64) double padded[Stride] = {};
    memset(triangle, 0, sizeof triangle);
    memcpy(padded, weights, Features * sizeof(double));
    Vector w[Width], total[Width], loss = zero();
    for (int c = 0; c < Width; c++)
    {
        w[c] = load(padded + c * Lanes);
        total[c] = zero();
    }
    for (long first = 0; first < problem.samples; first += HessianBlock)
    {
        const double* rows = problem.rows + first * Stride;
        for (int n = 0; n < HessianBlock; n += Lanes)
        {
            Vector products[Lanes];
            for (int r = 0; r < Lanes; r++)
            {
                const double* row = rows + (n + r) * Stride;
                products[r] = load(row) * w[0];
                for (int c = 1; c < Width; c++) products[r] = multiply_add(load(row + c * Lanes), w[c], products[r]);
            }

            Vector z = sums(products), e = exponential(z), e1 = e + broadcast(1), target = load(problem.targets + first + n);
            loss += logarithm(e1) - target * z;
            alignas(64) double slope[Lanes], curvature[Lanes];
            store(slope, e / e1 - target);
            store(curvature, e / (e1 * e1));
            for (int r = 0; r < Lanes; r++)
            {
                for (int c = 0; c < Width; c++)
                {
                    Vector x = load(rows + (n + r) * Stride + c * Lanes);
                    total[c] = multiply_add(broadcast(slope[r]), x, total[c]);
                    store(scaled + (n + r) * Stride + c * Lanes, broadcast(curvature[r]) * x);
                }
            }
        }
        add_panel<0>(HessianBlock, scaled, rows, triangle);
        add_panel<16>(HessianBlock, scaled, rows, triangle);
        add_panel<32>(HessianBlock, scaled, rows, triangle);
        multiply_tile<2, 1, Into::Sum>(HessianBlock, {scaled + 48, 1, Stride}, {rows + 48, Stride}, {triangle + 48 * TriangleStride + 48, TriangleStride});
    }
    for (int j = 0; j < Features; j++)
    {
        for (int k = 0; k <= j; k++)
        {
            double entry = triangle[j * TriangleStride + k] * (1.0 / problem.samples) + (j == k ? problem.lambda : 0);
            result[j * Features + k] = result[k * Features + j] = entry;
        }
    }
    finish(problem, total, weights, gradient);
    return value(problem, loss, weights);
}
}

void* logistic_prepare(const Data* data)
{
    if (data->count % HessianBlock != 0) return nullptr;
    double* rows = static_cast<double*>(aligned_alloc(64, data->count * Stride * sizeof(double)));
    memset(rows, 0, data->count * Stride * sizeof(double));
    for (long n = 0; n < data->count; n++) memcpy(rows + n * Stride, data->inputs + n * Features, Features * sizeof(double));
    return new Problem{rows, data->targets, data->count, data->constant};
}

double logistic_value(const void* problem, const double* w, const double*, double*)
{
    return evaluate<Wanted::Value>(*static_cast<const Problem*>(problem), w, nullptr, nullptr);
}

double logistic_gradient(const void* problem, const double* w, const double*, double* gradient)
{
    return evaluate<Wanted::Gradient>(*static_cast<const Problem*>(problem), w, nullptr, gradient);
}

double logistic_product(const void* problem, const double* w, const double* v, double* product)
{
    return evaluate<Wanted::Product>(*static_cast<const Problem*>(problem), w, v, product);
}

double logistic_hessian(const void* problem, const double* w, const double*, double* result)
{
    return hessian(*static_cast<const Problem*>(problem), w, result, result + Features);
}
