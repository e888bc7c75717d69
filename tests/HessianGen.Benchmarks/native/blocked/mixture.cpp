#include "../mixture.hpp"
#include "../workloads.hpp"
#include "vector.hpp"
#include <cmath>
#include <cstdlib>
#include <cstring>

// A sample per lane, and batches of vectors: every coefficient of a cluster is broadcast once for a batch, and what is summed
// over the samples stays in registers.
namespace
{
#ifdef __clang__
constexpr int Batch = 25;
#else
constexpr int Batch = 5;  // g++ spills with more
#endif

struct Problem
{
    double* columns;  // dimension by samples
    long samples;
};

enum class Wanted { Value, Gradient, Product };

// The coefficients of the clusters; a name beginning with d is a derivative along the direction. A factor lies by columns: entry
// (row j, column i) follows (j - 1, i), the logarithms of its diagonal taken back.
double factor[Clusters][Entries], dfactor[Clusters][Entries], dcentre[Clusters][Dimension], diagonal[Clusters][Dimension], constant[Clusters], dconstant[Clusters];

// Of a batch.
Vector y[Clusters][Dimension][Batch], dy[Clusters][Dimension][Batch], weight[Clusters][Batch], dweight[Clusters][Batch];

// Sums over the samples, by lanes: of weight * y, its derivative, weight * y * x, and of the outer products with x; x is centred.
Vector sum_y[Clusters][Dimension], sum_dy[Clusters][Dimension], sum_xy[Clusters][Dimension], sum_weight[Clusters], outer[Clusters][Entries];

// Returns the sum of the squares of the factors.
template <Wanted What>
double unpack(const double* variables, const double* directions)
{
    double norm = 0;
    for (int k = 0; k < Clusters; k++)
    {
        const double *packed = variables + Factors + k * Entries, *dpacked = What == Wanted::Product ? directions + Factors + k * Entries : nullptr;
        double log_determinant = 0, dlog_determinant = 0;
        int from = Dimension, to = 0;
        for (int i = 0; i < Dimension; i++)
        {
            double e = std::exp(packed[i]);
            log_determinant += packed[i];
            diagonal[k][i] = e;
            norm += e * e;
            factor[k][to] = e;
            if (What == Wanted::Product)
            {
                dlog_determinant += dpacked[i];
                dfactor[k][to] = e * dpacked[i];
            }
            to++;
            for (int j = i + 1; j < Dimension; j++, from++, to++)
            {
                factor[k][to] = packed[from];
                norm += packed[from] * packed[from];
                if (What == Wanted::Product) dfactor[k][to] = dpacked[from];
            }
        }
        constant[k] = variables[k] + log_determinant;
        if (What != Wanted::Product) continue;
        dconstant[k] = directions[k] + dlog_determinant;
        int at = 0;
        for (int j = 0; j < Dimension; j++) dcentre[k][j] = 0;
        for (int i = 0; i < Dimension; i++)
        {
            for (int j = i; j < Dimension; j++) dcentre[k][j] -= factor[k][at++] * directions[Means + k * Dimension + i];
        }
    }
    return norm;
}

// Coordinate i of the vector of samples, centred at cluster k.
inline Vector centred(const Problem& problem, const double* means, long n, int k, int i)
{
    return load(problem.columns + i * problem.samples + n) - broadcast(means[k * Dimension + i]);
}

// The terms of the clusters, left in weight and dweight, and their largest.
template <Wanted What>
inline void transform(const Problem& problem, const double* means, long n, Vector* largest)
{
    for (int k = 0; k < Clusters; k++)
    {
        for (int b = 0; b < Batch; b++)
        {
            Vector q[Dimension], dq[Dimension];
            int at = 0;
#pragma GCC unroll 10
            for (int i = 0; i < Dimension; i++)
            {
                Vector x = centred(problem, means, n + b * Lanes, k, i);
#pragma GCC unroll 10
                for (int j = i; j < Dimension; j++, at++)
                {
                    Vector entry = broadcast(factor[k][at]);
                    q[j] = i == 0 ? entry * x : multiply_add(entry, x, q[j]);
                    if (What == Wanted::Product) dq[j] = multiply_add(broadcast(dfactor[k][at]), x, i == 0 ? broadcast(dcentre[k][j]) : dq[j]);
                }
            }

            Vector distance = q[0] * q[0];
            for (int j = 1; j < Dimension; j++) distance = multiply_add(q[j], q[j], distance);
            weight[k][b] = multiply_subtract(broadcast(0.5), distance, broadcast(constant[k]));
            largest[b] = _mm512_max_pd(largest[b], weight[k][b]);
            if (What == Wanted::Value) continue;
            for (int j = 0; j < Dimension; j++) y[k][j][b] = q[j];
            if (What != Wanted::Product) continue;
            Vector ddistance = q[0] * dq[0];
            for (int j = 1; j < Dimension; j++) ddistance = multiply_add(q[j], dq[j], ddistance);
            dweight[k][b] = broadcast(dconstant[k]) - ddistance;
            for (int j = 0; j < Dimension; j++) dy[k][j][b] = dq[j];
        }
    }
}

// From the terms to the weights, which add up to 1; returns the logarithms of the sums.
template <Wanted What>
inline Vector normalise(const Vector* largest)
{
    Vector result = zero();
    for (int b = 0; b < Batch; b++)
    {
        Vector total = zero(), mean = zero();
        for (int k = 0; k < Clusters; k++)
        {
            weight[k][b] = exponential(weight[k][b] - largest[b]);
            total += weight[k][b];
        }
        result += logarithm(total) + largest[b];
        if (What == Wanted::Value) continue;
        Vector scale = broadcast(1) / total;
        for (int k = 0; k < Clusters; k++)
        {
            weight[k][b] *= scale;
            if (What == Wanted::Product) mean = multiply_add(weight[k][b], dweight[k][b], mean);
        }
        if (What != Wanted::Product) continue;
        for (int k = 0; k < Clusters; k++) dweight[k][b] = weight[k][b] * (dweight[k][b] - mean);
    }
    return result;
}

// outer[k] += x * t over the columns from First to End, all sums in registers.
template <int First, int End>
inline void add_outer(const Problem& problem, const double* means, long n, int k, const Vector (&t)[Dimension][Batch])
{
    constexpr int Offset = First * Dimension - First * (First - 1) / 2, Count = End * Dimension - End * (End - 1) / 2 - Offset;
    Vector sums[Count];
    for (int i = 0; i < Count; i++) sums[i] = outer[k][Offset + i];
    for (int b = 0; b < Batch; b++)
    {
        int at = 0;
#pragma GCC unroll 10
        for (int i = First; i < End; i++)
        {
            Vector x = centred(problem, means, n + b * Lanes, k, i);
#pragma GCC unroll 10
            for (int j = i; j < Dimension; j++, at++) sums[at] = multiply_add(x, t[j][b], sums[at]);
        }
    }
    for (int i = 0; i < Count; i++) outer[k][Offset + i] = sums[i];
}

template <Wanted What>
inline void accumulate(const Problem& problem, const double* means, long n)
{
    for (int k = 0; k < Clusters; k++)
    {
        Vector t[Dimension][Batch], total = sum_weight[k];
        for (int b = 0; b < Batch; b++) total += What == Wanted::Gradient ? weight[k][b] : dweight[k][b];
        sum_weight[k] = total;
        for (int j = 0; j < Dimension; j++)
        {
            Vector total_y = sum_y[k][j], total_dy = sum_dy[k][j], total_xy = sum_xy[k][j];
            for (int b = 0; b < Batch; b++)
            {
                Vector wy = weight[k][b] * y[k][j][b];
                total_y += wy;
                t[j][b] = wy;
                if (What != Wanted::Product) continue;
                t[j][b] = multiply_add(dweight[k][b], y[k][j][b], weight[k][b] * dy[k][j][b]);
                total_dy += t[j][b];
                total_xy = multiply_add(wy, centred(problem, means, n + b * Lanes, k, j), total_xy);
            }
            sum_y[k][j] = total_y;
            if (What != Wanted::Product) continue;
            sum_dy[k][j] = total_dy;
            sum_xy[k][j] = total_xy;
        }
        add_outer<0, 2>(problem, means, n, k, t);
        add_outer<2, 5>(problem, means, n, k, t);
        add_outer<5, Dimension>(problem, means, n, k, t);
    }
}

void finish_gradient(const Problem& problem, const double* variables, double sum_of_alphas, double* gradient)
{
    for (int k = 0; k < Clusters; k++)
    {
        const double* packed = variables + Factors + k * Entries;
        double *mean = gradient + Means + k * Dimension, *entry = gradient + Factors + k * Entries;
        double weights = sum(sum_weight[k]), ys[Dimension];
        for (int j = 0; j < Dimension; j++) ys[j] = sum(sum_y[k][j]);
        gradient[k] = weights - problem.samples * (std::exp(variables[k]) / sum_of_alphas);
        int at = 0, to = Dimension;
        for (int i = 0; i < Dimension; i++)
        {
            double e = diagonal[k][i];
            mean[i] = 0;
            for (int j = i; j < Dimension; j++) mean[i] += factor[k][at + j - i] * ys[j];
            entry[i] = weights - e * sum(outer[k][at++]) + e * e;
            for (int j = i + 1; j < Dimension; j++, to++) entry[to] = packed[to] - sum(outer[k][at++]);
        }
    }
}

void finish_product(const Problem& problem, const double* variables, const double* directions, double sum_of_alphas, double* product)
{
    double average = 0;
    for (int k = 0; k < Clusters; k++) average += std::exp(variables[k]) / sum_of_alphas * directions[k];
    for (int k = 0; k < Clusters; k++)
    {
        const double *dmean = directions + Means + k * Dimension, *dpacked = directions + Factors + k * Entries;
        double *mean = product + Means + k * Dimension, *entry = product + Factors + k * Entries;
        double weights = sum(sum_weight[k]), ys[Dimension], dys[Dimension];
        for (int j = 0; j < Dimension; j++)
        {
            ys[j] = sum(sum_y[k][j]);
            dys[j] = sum(sum_dy[k][j]);
        }
        product[k] = weights - problem.samples * (std::exp(variables[k]) / sum_of_alphas) * (directions[k] - average);
        int at = 0, to = Dimension;
        for (int i = 0; i < Dimension; i++)
        {
            double e = diagonal[k][i];
            mean[i] = 0;
            for (int j = i; j < Dimension; j++) mean[i] += factor[k][at + j - i] * dys[j] + dfactor[k][at + j - i] * ys[j];
            entry[i] = weights - e * (sum(outer[k][at++]) + dpacked[i] * sum(sum_xy[k][i]) - dmean[i] * ys[i]) + 2 * e * e * dpacked[i];
            for (int j = i + 1; j < Dimension; j++, to++) entry[to] = dpacked[to] - sum(outer[k][at++]) + dmean[i] * ys[j];
        }
    }
}

template <Wanted What>
double evaluate(const Problem& problem, const double* variables, const double* directions, double* result)
{
    const double* means = variables + Means;
    double norm = unpack<What>(variables, directions), sum_of_alphas = 0;
    for (int k = 0; k < Clusters; k++) sum_of_alphas += std::exp(variables[k]);
    if (What != Wanted::Value)
    {
        memset(sum_weight, 0, sizeof sum_weight);
        memset(sum_y, 0, sizeof sum_y);
        memset(outer, 0, sizeof outer);
    }
    if (What == Wanted::Product)
    {
        memset(sum_dy, 0, sizeof sum_dy);
        memset(sum_xy, 0, sizeof sum_xy);
    }

    Vector logarithms = zero();
    for (long n = 0; n < problem.samples; n += Batch * Lanes)
    {
        Vector largest[Batch];
        for (int b = 0; b < Batch; b++) largest[b] = broadcast(-1e300);
        transform<What>(problem, means, n, largest);
        logarithms += normalise<What>(largest);
        if (What != Wanted::Value) accumulate<What>(problem, means, n);
    }

    if (What == Wanted::Gradient) finish_gradient(problem, variables, sum_of_alphas, result);
    if (What == Wanted::Product) finish_product(problem, variables, directions, sum_of_alphas, result);
    return What == Wanted::Product ? 0 : sum(logarithms) - problem.samples * std::log(sum_of_alphas) + 0.5 * norm;
}
}

void* mixture_prepare(const Data* data)
{
    if (data->count % (Batch * Lanes) != 0) return nullptr;
    double* columns = static_cast<double*>(aligned_alloc(64, data->count * Dimension * sizeof(double)));
    for (int i = 0; i < Dimension; i++)
    {
        for (long n = 0; n < data->count; n++) columns[i * data->count + n] = data->inputs[n * Dimension + i];
    }
    return new Problem{columns, data->count};
}

double mixture_value(const void* problem, const double* variables, const double*, double*)
{
    return evaluate<Wanted::Value>(*static_cast<const Problem*>(problem), variables, nullptr, nullptr);
}

double mixture_gradient(const void* problem, const double* variables, const double*, double* gradient)
{
    return evaluate<Wanted::Gradient>(*static_cast<const Problem*>(problem), variables, nullptr, gradient);
}

double mixture_product(const void* problem, const double* variables, const double* directions, double* product)
{
    return evaluate<Wanted::Product>(*static_cast<const Problem*>(problem), variables, directions, product);
}
