#include "../classifier.hpp"
#include "../workloads.hpp"
#include "matrix.hpp"
#include <cstdlib>
#include <cstring>

// Blocks of samples go through the network as matrices; a block and the weights stay in the first two caches. The classes are
// padded to two vectors.
namespace
{
constexpr int Block = 64, Padded = 2 * Lanes, HiddenWidth = Hidden / Lanes, Directions = 8;

struct Problem
{
    const double* inputs;
    const int* labels;
    double* one_hot;  // samples by Padded
    long samples;
};

// Weights, or a direction, as the products read them.
struct alignas(64) Network
{
    double transposed1[Inputs * Hidden], transposed2[Hidden * Padded], weights2[Classes * Hidden], bias1[Hidden], bias2[Padded];

    void arrange(const double* w)
    {
        for (int j = 0; j < Hidden; j++)
        {
            for (int i = 0; i < Inputs; i++) transposed1[i * Hidden + j] = w[j * Inputs + i];
        }
        memset(transposed2, 0, sizeof transposed2);
        for (int k = 0; k < Classes; k++)
        {
            for (int j = 0; j < Hidden; j++) transposed2[j * Padded + k] = w[Weights2 + k * Hidden + j];
        }
        memcpy(weights2, w + Weights2, sizeof weights2);
        memcpy(bias1, w + Bias1, sizeof bias1);
        memset(bias2, 0, sizeof bias2);
        memcpy(bias2, w + Bias2, Classes * sizeof(double));
    }
};

// Sums over the samples, one per weight.
struct alignas(64) Sums
{
    double weights1[Hidden * Inputs], weights2[Classes * Hidden], bias1[Hidden], bias2[Padded];

    // result = the sums / samples
    void finish(long samples, double* result) const
    {
        double scale = 1.0 / samples;
        for (int i = 0; i < Hidden * Inputs; i++) result[i] = weights1[i] * scale;
        for (int i = 0; i < Hidden; i++) result[Bias1 + i] = bias1[i] * scale;
        for (int i = 0; i < Classes * Hidden; i++) result[Weights2 + i] = weights2[i] * scale;
        for (int i = 0; i < Classes; i++) result[Bias2 + i] = bias2[i] * scale;
    }
};

Network network, tangents[Directions];
Sums totals[Directions];

// Of a block; a name beginning with d is a derivative along the direction.
alignas(64) double activation[Block * Hidden], probability[Block * Padded], residual[Block * Padded], back[Block * Hidden];
alignas(64) double dactivation[Block * Hidden], dprobability[Block * Padded], dback[Block * Hidden];

template <int Columns>
void repeat(const double (&row)[Columns], double* rows)
{
    for (int n = 0; n < Block; n++) memcpy(rows + n * Columns, row, sizeof row);
}

// rows += x * weights1 transposed
void through1(const Network& w, const double* x, double* rows)
{
    multiply<6, HiddenWidth, Into::Sum>(Block, Inputs, {x, Inputs, 1}, {w.transposed1, Hidden}, {rows, Hidden});
}

// rows += a * weights2 transposed
void through2(const Network& w, const double* a, double* rows)
{
    multiply<12, 2, Into::Sum>(Block, Hidden, {a, Hidden, 1}, {w.transposed2, Padded}, {rows, Padded});
}

// rows = or += outputs * weights2
template <Into Start>
void back_through2(const Network& w, const double* outputs, double* rows)
{
    multiply<6, HiddenWidth, Start>(Block, Classes, {outputs, Padded, 1}, {w.weights2, Hidden}, {rows, Hidden});
}

// The outer products of the second layer, summed over the block.
void add_outer2(const double* outputs, const double* a, Sums& total)
{
    multiply<5, HiddenWidth, Into::Sum>(Classes, Block, {outputs, 1, Padded}, {a, Hidden}, {total.weights2, Hidden});
}

// The outer products of the first layer, summed over the block, by two halves of the inputs.
void add_outer1(const double* hidden, const double* x, Sums& total)
{
    constexpr int Half = Inputs / 2;
    multiply<6, Half / Lanes, Into::Sum>(Hidden, Block, {hidden, 1, Hidden}, {x, Inputs}, {total.weights1, Inputs});
    multiply<6, Half / Lanes, Into::Sum>(Hidden, Block, {hidden, 1, Hidden}, {x + Half, Inputs}, {total.weights1 + Half, Inputs});
}

// Fills activation and probability; returns the sum of the losses.
double forward(const double* x, const int* labels)
{
    repeat(network.bias1, activation);
    through1(network, x, activation);
    for (int i = 0; i < Block * Hidden; i += Lanes) store(activation + i, hyperbolic_tangent(load(activation + i)));
    repeat(network.bias2, probability);
    through2(network, activation, probability);

    double loss = 0;
    for (int n = 0; n < Block; n += Lanes)
    {
        alignas(64) double totals_of_samples[Lanes];
        for (int r = 0; r < Lanes; r++)
        {
            double* row = probability + (n + r) * Padded;
            loss -= row[labels[n + r]];
            Vector low = exponential(load(row)), high = _mm512_maskz_mov_pd((1 << (Classes - Lanes)) - 1, exponential(load(row + Lanes)));
            double total = sum(low + high);
            totals_of_samples[r] = total;
            Vector scale = broadcast(1 / total);
            store(row, low * scale);
            store(row + Lanes, high * scale);
        }
        loss += sum(logarithm(load(totals_of_samples)));
    }
    return loss;
}

inline Vector residual_at(const double* one_hot, int at)
{
    return load(probability + at) - load(one_hot + at);
}

// rows[i] = f(i) in a block, and total += the sums of its columns.
template <int Columns, typename Function>
inline void fill_and_add(double* rows, double (&total)[Columns], Function f)
{
    Vector column[Columns / Lanes];
    for (int c = 0; c < Columns / Lanes; c++) column[c] = load(total + c * Lanes);
    for (int n = 0; n < Block; n++)
    {
        for (int c = 0; c < Columns / Lanes; c++)
        {
            Vector x = f(n * Columns + c * Lanes);
            store(rows + n * Columns + c * Lanes, x);
            column[c] += x;
        }
    }
    for (int c = 0; c < Columns / Lanes; c++) store(total + c * Lanes, column[c]);
}

// 1 - activation^2
inline Vector slope(int at)
{
    Vector a = load(activation + at);
    return multiply_subtract(a, a, broadcast(1));
}

void add_gradient(const double* x, const double* one_hot, Sums& total)
{
    fill_and_add(residual, total.bias2, [one_hot](int at) { return residual_at(one_hot, at); });
    add_outer2(residual, activation, total);
    back_through2<Into::Zero>(network, residual, back);
    fill_and_add(back, total.bias1, [](int at) { return load(back + at) * slope(at); });
    add_outer1(back, x, total);
}

// After forward, with residual and back = residual * weights2 filled.
void add_product(const double* x, const Network& tangent, Sums& total)
{
    repeat(tangent.bias1, dactivation);
    through1(tangent, x, dactivation);
    for (int i = 0; i < Block * Hidden; i += Lanes) store(dactivation + i, load(dactivation + i) * slope(i));
    repeat(tangent.bias2, dprobability);
    through2(network, dactivation, dprobability);
    through2(tangent, activation, dprobability);

    Vector low_total = load(total.bias2), high_total = load(total.bias2 + Lanes);
    for (int n = 0; n < Block; n++)
    {
        double* row = dprobability + n * Padded;
        Vector p_low = load(probability + n * Padded), p_high = load(probability + n * Padded + Lanes), low = load(row), high = load(row + Lanes);
        Vector mean = broadcast(sum(multiply_add(low, p_low, high * p_high)));
        low = p_low * (low - mean);
        high = p_high * (high - mean);
        store(row, low);
        store(row + Lanes, high);
        low_total += low;
        high_total += high;
    }
    store(total.bias2, low_total);
    store(total.bias2 + Lanes, high_total);

    add_outer2(dprobability, activation, total);
    add_outer2(residual, dactivation, total);
    back_through2<Into::Zero>(network, dprobability, dback);
    back_through2<Into::Sum>(tangent, residual, dback);
    fill_and_add(dback, total.bias1, [](int at)
    {
        Vector curvature = broadcast(2) * load(activation + at);
        return multiply_subtract(curvature, load(dactivation + at) * load(back + at), load(dback + at) * slope(at));
    });
    add_outer1(dback, x, total);
}

void products(const Problem& problem, const double* w, const double* directions, int count, double* result)
{
    network.arrange(w);
    for (int d = 0; d < count; d++) tangents[d].arrange(directions + d * Weights);
    memset(totals, 0, count * sizeof(Sums));
    for (long n = 0; n < problem.samples; n += Block)
    {
        const double* x = problem.inputs + n * Inputs;
        forward(x, problem.labels + n);
        for (int i = 0; i < Block * Padded; i += Lanes) store(residual + i, residual_at(problem.one_hot + n * Padded, i));
        back_through2<Into::Zero>(network, residual, back);
        for (int d = 0; d < count; d++) add_product(x, tangents[d], totals[d]);
    }
    for (int d = 0; d < count; d++) totals[d].finish(problem.samples, result + d * Weights);
}
}

void* classifier_prepare(const Data* data)
{
    if (data->count % Block != 0) return nullptr;
    double* one_hot = static_cast<double*>(aligned_alloc(64, data->count * Padded * sizeof(double)));
    memset(one_hot, 0, data->count * Padded * sizeof(double));
    for (long n = 0; n < data->count; n++) one_hot[n * Padded + data->labels[n]] = 1;
    return new Problem{data->inputs, data->labels, one_hot, data->count};
}

double classifier_value(const void* problem, const double* w, const double*, double*)
{
    const Problem& p = *static_cast<const Problem*>(problem);
    network.arrange(w);
    double loss = 0;
    for (long n = 0; n < p.samples; n += Block) loss += forward(p.inputs + n * Inputs, p.labels + n);
    return loss / p.samples;
}

double classifier_gradient(const void* problem, const double* w, const double*, double* gradient)
{
    const Problem& p = *static_cast<const Problem*>(problem);
    network.arrange(w);
    memset(totals, 0, sizeof(Sums));
    double loss = 0;
    for (long n = 0; n < p.samples; n += Block)
    {
        loss += forward(p.inputs + n * Inputs, p.labels + n);
        add_gradient(p.inputs + n * Inputs, p.one_hot + n * Padded, totals[0]);
    }
    totals[0].finish(p.samples, gradient);
    return loss / p.samples;
}

double classifier_product(const void* problem, const double* w, const double* direction, double* product)
{
    products(*static_cast<const Problem*>(problem), w, direction, 1, product);
    return 0;
}

double classifier_products8(const void* problem, const double* w, const double* directions, double* result)
{
    products(*static_cast<const Problem*>(problem), w, directions, Directions, result);
    return 0;
}
