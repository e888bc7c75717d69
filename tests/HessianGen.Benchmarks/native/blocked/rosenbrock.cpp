#include "../workloads.hpp"
#include "vector.hpp"

// Eight neighbours at a time where the result is aligned, and the rest one by one.
namespace
{
// At one place of the sum.
double term(const double* x)
{
    double t = x[1] - x[0] * x[0], u = 1 - x[0];
    return 100 * t * t + u * u;
}

// Returns the term too.
double gradient_entry(const double* x, double* gradient)
{
    *gradient = 200 * (x[0] - x[-1] * x[-1]) - 400 * x[0] * (x[1] - x[0] * x[0]) - 2 * (1 - x[0]);
    return term(x);
}

double product_entry(const double* x, const double* v)
{
    return (1200 * x[0] * x[0] - 400 * x[1] + 202) * v[0] - 400 * (x[0] * v[1] + x[-1] * v[-1]);
}

// x[1] - x[0]^2
inline Vector residual(const double* x)
{
    return multiply_subtract(load(x), load(x), load(x + 1));
}

inline void add_term(const double* x, Vector& sum_t, Vector& sum_u)
{
    Vector t = residual(x), u = broadcast(1) - load(x);
    sum_t = multiply_add(broadcast(100) * t, t, sum_t);
    sum_u = multiply_add(u, u, sum_u);
}
}

void* rosenbrock_prepare(const Data* data)
{
    return data->count > 2 * Lanes ? new Data(*data) : nullptr;
}

double rosenbrock_value(const void* problem, const double* x, const double*, double*)
{
    const long last = static_cast<const Data*>(problem)->count - 1;
    Vector sums[4] = {zero(), zero(), zero(), zero()};
    long i = 0;
    for (; i + 2 * Lanes <= last; i += 2 * Lanes)
    {
        add_term(x + i, sums[0], sums[1]);
        add_term(x + i + Lanes, sums[2], sums[3]);
    }
    double rest = 0;
    for (; i < last; i++) rest += term(x + i);
    return sum(sums[0] + sums[1] + sums[2] + sums[3]) + rest;
}

double rosenbrock_gradient(const void* problem, const double* __restrict x, const double*, double* __restrict gradient)
{
    const long last = static_cast<const Data*>(problem)->count - 1;
    double rest = term(x);
    gradient[0] = -400 * x[0] * (x[1] - x[0] * x[0]) - 2 * (1 - x[0]);
    long i = 1;
    for (; i < Lanes; i++) rest += gradient_entry(x + i, gradient + i);

    Vector sum_t = zero(), sum_u = zero(), before = residual(x);
    for (; i + Lanes <= last; i += Lanes)
    {
        Vector here = load(x + i), t = residual(x + i), u = broadcast(1) - here;
        sum_t = multiply_add(broadcast(100) * t, t, sum_t);
        sum_u = multiply_add(u, u, sum_u);
        Vector entry = multiply_subtract(here + here, t, shifted(before, t));
        store(gradient + i, multiply_add(broadcast(200), entry, broadcast(-2) * u));
        before = t;
    }
    for (; i < last; i++) rest += gradient_entry(x + i, gradient + i);
    gradient[last] = 200 * (x[last] - x[last - 1] * x[last - 1]);
    return sum(sum_t + sum_u) + rest;
}

double rosenbrock_product(const void* problem, const double* __restrict x, const double* __restrict v, double* __restrict product)
{
    const long last = static_cast<const Data*>(problem)->count - 1;
    product[0] = (1200 * x[0] * x[0] - 400 * x[1] + 2) * v[0] - 400 * x[0] * v[1];
    long i = 1;
    for (; i < Lanes; i++) product[i] = product_entry(x + i, v + i);

    Vector x_before = load(x), v_before = load(v);
    for (; i + Lanes <= last; i += Lanes)
    {
        Vector here = load(x + i), direction = load(v + i);
        Vector diagonal = multiply_subtract(broadcast(400), load(x + i + 1), broadcast(202));
        diagonal = multiply_add(broadcast(1200), here * here, diagonal);
        Vector beside = multiply_add(here, load(v + i + 1), shifted(x_before, here) * shifted(v_before, direction));
        store(product + i, multiply_add(diagonal, direction, broadcast(-400) * beside));
        x_before = here;
        v_before = direction;
    }
    for (; i < last; i++) product[i] = product_entry(x + i, v + i);
    product[last] = 200 * v[last] - 400 * x[last - 1] * v[last - 1];
    return 0;
}
