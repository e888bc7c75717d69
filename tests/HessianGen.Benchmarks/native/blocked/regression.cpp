#include "../regression.hpp"
#include "../workloads.hpp"
#include "matrix.hpp"
#include <cstdlib>
#include <cstring>

// A sample per lane on the way forward; the Hessian is the product of the Jacobian with itself, and a small product per unit.
namespace
{
using namespace regression;

constexpr int Samples = 128, Padded = 96, RowStride = 16, Factors = Inputs + 2;

struct Problem
{
    double *columns, *rows;  // inputs by samples; samples by RowStride, with a 1 behind the inputs
    const double *inputs, *targets;
};

alignas(64) double activation[Hidden * Samples], residual[Samples], jacobian[Samples * Padded], triangle[Padded * Padded], unit[Factors * RowStride], factors[Factors * Samples];

double forward(const Problem& problem, const double* w)
{
    Vector loss = zero();
    for (int n = 0; n < Samples; n += Lanes)
    {
        Vector x[Inputs], y = broadcast(w[Bias2]);
        for (int i = 0; i < Inputs; i++) x[i] = load(problem.columns + i * Samples + n);
#pragma GCC unroll 8
        for (int j = 0; j < Hidden; j++)
        {
            Vector a = broadcast(w[Bias1 + j]);
            for (int i = 0; i < Inputs; i++) a = multiply_add(broadcast(w[j * Inputs + i]), x[i], a);
            a = hyperbolic_tangent(a);
            store(activation + j * Samples + n, a);
            y = multiply_add(broadcast(w[Weights2 + j]), a, y);
        }
        Vector r = y - load(problem.targets + n);
        store(residual + n, r);
        loss = multiply_add(r, r, loss);
    }
    return 0.5 * sum(loss) / Samples;
}

// The panel of the lower triangle of the Jacobian's square that begins at a column.
void fill_panel(int first)
{
    multiply<12, 2, Into::Zero>(Weights - first, Samples, {jacobian + first, 1, Padded}, {jacobian + first, Padded}, {triangle + first * Padded + first, Padded});
}

// The residual times the second derivatives of hidden unit j.
void add_unit(const Problem& problem, const double* w, int j)
{
    for (int n = 0; n < Samples; n += Lanes)
    {
        Vector a = load(activation + j * Samples + n), r = load(residual + n), slope = multiply_subtract(a, a, broadcast(1));
        Vector curvature = broadcast(-2 * w[Weights2 + j]) * a * slope * r;
        for (int i = 0; i < Inputs; i++) store(factors + i * Samples + n, curvature * load(problem.columns + i * Samples + n));
        store(factors + Inputs * Samples + n, curvature);
        store(factors + (Inputs + 1) * Samples + n, r * slope);
    }
    multiply_tile<Factors, 2, Into::Zero>(Samples, {factors, Samples, 1}, {problem.rows, RowStride}, {unit, RowStride});

    const double *of_bias = unit + Inputs * RowStride, *of_weight2 = of_bias + RowStride;
    for (int i = 0; i < Inputs; i++)
    {
        for (int k = 0; k <= i; k++) triangle[(j * Inputs + i) * Padded + j * Inputs + k] += unit[i * RowStride + k];
        triangle[(Bias1 + j) * Padded + j * Inputs + i] += of_bias[i];
        triangle[(Weights2 + j) * Padded + j * Inputs + i] += of_weight2[i];
    }
    triangle[(Bias1 + j) * Padded + Bias1 + j] += of_bias[Inputs];
    triangle[(Weights2 + j) * Padded + Bias1 + j] += of_weight2[Inputs];
}
}

void* regression_prepare(const Data* data)
{
    if (data->count != Samples) return nullptr;
    double* columns = static_cast<double*>(aligned_alloc(64, Inputs * Samples * sizeof(double)));
    double* rows = static_cast<double*>(aligned_alloc(64, RowStride * Samples * sizeof(double)));
    memset(rows, 0, RowStride * Samples * sizeof(double));
    for (int n = 0; n < Samples; n++)
    {
        for (int i = 0; i < Inputs; i++) columns[i * Samples + n] = rows[n * RowStride + i] = data->inputs[n * Inputs + i];
        rows[n * RowStride + Inputs] = 1;
    }
    return new Problem{columns, rows, data->inputs, data->targets};
}

double regression_value(const void* problem, const double* w, const double*, double*)
{
    return forward(*static_cast<const Problem*>(problem), w);
}

// After the way forward.
static void backward(const Problem& p, const double* w, double* gradient)
{
    Vector residuals = zero();
    for (int n = 0; n < Samples; n += Lanes) residuals += load(residual + n);
    for (int j = 0; j < Hidden; j++)
    {
        Vector of_weights[Inputs], of_bias = zero(), of_weight2 = zero();
        for (int i = 0; i < Inputs; i++) of_weights[i] = zero();
        for (int n = 0; n < Samples; n += Lanes)
        {
            Vector a = load(activation + j * Samples + n), r = load(residual + n);
            Vector back = r * broadcast(w[Weights2 + j]) * multiply_subtract(a, a, broadcast(1));
            of_weight2 = multiply_add(r, a, of_weight2);
            of_bias += back;
            for (int i = 0; i < Inputs; i++) of_weights[i] = multiply_add(back, load(p.columns + i * Samples + n), of_weights[i]);
        }
        store(gradient + j * Inputs, sums(of_weights) * broadcast(1.0 / Samples));
        gradient[Bias1 + j] = sum(of_bias) / Samples;
        gradient[Weights2 + j] = sum(of_weight2) / Samples;
    }
    gradient[Bias2] = sum(residuals) / Samples;
}

double regression_gradient(const void* problem, const double* w, const double*, double* gradient)
{
    const Problem& p = *static_cast<const Problem*>(problem);
    double loss = forward(p, w);
    backward(p, w, gradient);
    return loss;
}

double regression_hessian(const void* problem, const double* w, const double*, double* result)
{
    const Problem& p = *static_cast<const Problem*>(problem);
    double loss = forward(p, w), *hessian = result + Weights;
    backward(p, w, result);
    memset(triangle, 0, sizeof triangle);
    for (int n = 0; n < Samples; n++)
    {
        double* row = jacobian + n * Padded;
        Vector x = load(p.inputs + n * Inputs);
        for (int j = 0; j < Hidden; j++)
        {
            double a = activation[j * Samples + n], slope = w[Weights2 + j] * (1 - a * a);
            store(row + j * Inputs, x * broadcast(slope));
            row[Bias1 + j] = slope;
            row[Weights2 + j] = a;
        }
        row[Bias2] = 1;
    }
    for (int first = 0; first < Bias2; first += 2 * Lanes) fill_panel(first);
    multiply_tile<1, 1, Into::Zero>(Samples, {jacobian + Bias2, 1, Padded}, {jacobian + Bias2, Padded}, {triangle + Bias2 * Padded + Bias2, Padded});
    for (int j = 0; j < Hidden; j++) add_unit(p, w, j);
    for (int i = 0; i < Weights; i++)
    {
        for (int j = 0; j <= i; j++)
        {
            double entry = triangle[i * Padded + j] * (1.0 / Samples);
            hessian[i * Weights + j] = hessian[j * Weights + i] = entry;
        }
    }
    return loss;
}
